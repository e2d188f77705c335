import { pathKey, type Path } from '../../shared/forms/field'
import type { FieldValue } from '../../shared/forms/values'
import { assertNever } from '../../shared/kernel/assert-never'
import type { Json } from '../../shared/kernel/canonical-json'
import {
  dotOf,
  recordInfo,
  seenOf,
  valuesOf,
  type CorrectedCell,
  type Dot,
  type EntityState,
  type StoredChange,
  type Survivor as StoredSurvivor,
} from '../../shared/store'
import { readEdit } from '../../shared/store/read-edit'
import { filledIn, inOrder } from '../../shared/store/state-at'
import { recordRow, type TemplateByHash } from './apply'
import { withDerived } from '../../shared/forms/values/derived'
import type { Conflict, HistoryEntry, HistoryStep, RecordView, Survivor } from './records-types'

/** What a form shows of a folded record. `day`: today, for what is computed from it. */
export function viewOf(
  state: EntityState,
  templates: TemplateByHash,
  day: string,
  sharesNumber: boolean,
  corrected: readonly CorrectedCell[],
): RecordView {
  const info = recordInfo(state)
  const { conflicts, disputedRows } = valuesOf(state)
  const values = filledIn(state)
  const template = templates(info.template ?? '')
  return {
    row: recordRow(state, templates),
    values: template ? withDerived(template, values, info.number ?? '', { today: day }) : values,
    conflicts: Object.entries(conflicts).map(([key, survivors]) => conflictAt(key, survivors)),
    disputedRows: disputedRows.map(({ rows, row }) => ({ rows, row })),
    seen: seenOf(state),
    sharesNumber,
    corrections: info.corrections,
    corrected,
    ...(info.from === null ? {} : { from: info.from }),
    ...(template ? { template } : {}),
    ...(info.voidReason === null ? {} : { voidReason: info.voidReason }),
  }
}

/** What a person decides of a register whose key this is. */
export function conflictAt(key: string, survivors: readonly StoredSurvivor[]): Conflict {
  return { path: pathFrom(key), survivors: survivors.map(shownSurvivor) }
}

const shownSurvivor = ({ dot, value, person, hlc }: StoredSurvivor): Survivor => ({
  dot,
  value,
  at: hlc.ms,
  ...(person ? { person } : {}),
})

/** The path that `pathKey` made a key of. */
function pathFrom(key: string): Path {
  return key.startsWith('[') ? (JSON.parse(key) as Path) : [key]
}

/** What each change did, oldest first. */
export function historyOf(changes: readonly StoredChange[]): readonly HistoryEntry[] {
  const wrote = new Map<string, FieldValue | null>()
  const shown = new Map<string, FieldValue | null>()
  return inOrder(changes).map((stored) => {
    const dot = dotOf(stored)
    const steps = stored.change.edits.flatMap((json) => stepOf(json, dot, wrote, shown))
    const { person, hlc, writer } = stored.change
    return { dot, at: hlc.ms, writer, steps, ...(person ? { person } : {}) }
  })
}

/**
 * `wrote` knows what every change wrote where, so that a step names what its writer replaced; `shown` the latest by clock,
 * for a change that replaced nothing it names.
 */
function stepOf(
  json: unknown,
  dot: Dot,
  wrote: Map<string, FieldValue | null>,
  shown: Map<string, FieldValue | null>,
): readonly HistoryStep[] {
  const edit = readEdit(json)
  // A newer program's edit: kept, and shown as what it is.
  if (edit === null) return [{ step: 'unknown', edit: json as Json }]
  switch (edit.op) {
    case 'set': {
      const key = pathKey(edit.path)
      const replaced = edit.over
        .map((over) => wrote.get(`${over} ${key}`))
        .find((value) => value !== undefined)
      const before = replaced ?? (edit.over.length > 0 ? (shown.get(key) ?? null) : null)
      wrote.set(`${dot} ${key}`, edit.value)
      shown.set(key, edit.value)
      return edit.path[2]?.startsWith('@')
        ? []
        : [{ step: 'set', path: edit.path, before, after: edit.value }]
    }
    case 'addRow':
    case 'removeRow':
      return [{ step: edit.op, rows: edit.rows, row: edit.row }]
    default:
      return assertNever(edit)
  }
}
