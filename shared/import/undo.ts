import { CLOSE_REASON, isClosed, STATE } from '../customers/customer'
import { takeBack } from '../customers/merging'
import { pathKey, type Path } from '../forms/field'
import { emptyValues, type PersonRef } from '../forms/values'
import {
  dotOf,
  makeEdits,
  recordEdits,
  recordInfo,
  seenOf,
  survivorsAt,
  type Edit,
  type EntityState,
  type NewChange,
  type StoredChange,
} from '../store'
import { filledIn, inOrder } from '../store/state-at'
import { knownEdits } from '../store/read-edit'
import { correctionEdits } from '../store/record-edits'

/** Why a record or customer that an import brought in is void or 销户. */
const UNDO_REASON = '撤销导入'

/** What undoing an import does with one customer or record that it wrote. */
export interface Undone {
  /** Written over what stands now; empty: nothing is left to take back. */
  readonly edits: readonly Edit[]
  /** `void`: the import brought it in and nobody touched it since: 作废, or 销户. `setBack`: it was there before. */
  readonly does: 'void' | 'setBack' | 'nothing'
  /** What the import set and somebody changed since: it stays as it is. */
  readonly left: readonly Path[]
}

/**
 * Takes back what one batch wrote into an entity, as far as nobody has touched it since. `changes`: all changes of the
 * entity. What the import made and somebody worked on since stays whole, and is named.
 */
export function undoImport(
  state: EntityState,
  changes: readonly StoredChange[],
  batch: string,
  correctionRow: string,
): Undone {
  const own = changes.filter(({ change }) => change.batch === batch)
  const [first] = inOrder(changes)
  if (own.length === 0 || !first) return { edits: [], does: 'nothing', left: [] }
  const left = touchedSince(state, own)
  if (first.change.batch === batch) {
    const isTouched = changes.some(({ change, opaque }) => change.batch !== batch && opaque === undefined)
    if (isTouched) return { edits: [], does: 'nothing', left: left.length > 0 ? left : [[]] }
    const edits = away(state)
    return { edits, does: edits.length > 0 ? 'void' : 'nothing', left: [] }
  }
  const back = takeBack(state, changes, batch).filter((edit) => !isOwnRow(edit))
  const corrects =
    back.length > 0 && state.entity.kind === 'record' && recordInfo(state).state === 'submitted'
  const edits = corrects
    ? [...back, ...correctionEdits(state, { row: correctionRow, reason: UNDO_REASON })]
    : back
  return { edits, does: edits.length > 0 ? 'setBack' : 'nothing', left }
}

/** A change as undoing writes it: all changes of one undoing bear its name, so that it can be found and undone as well. */
export function undoingChange(
  { entity, template }: EntityState,
  { edits }: Undone,
  batch: string,
  person?: PersonRef,
): NewChange {
  return {
    entity,
    batch,
    edits,
    ...(template ? { template: template.hash } : {}),
    ...(person ? { person } : {}),
  }
}

/**
 * Nothing is ever deleted: a record is voided and keeps its number, a customer 销户, each with the reason. A customer's code
 * is taken back with it, so that the same table can come in again.
 */
function away(state: EntityState): readonly Edit[] {
  const seen = seenOf(state)
  if (state.entity.kind === 'customer') {
    if (isClosed(state)) return []
    const registers = { [STATE]: 'closed', [CLOSE_REASON]: UNDO_REASON }
    const { code } = filledIn(state).fields
    const from = code === undefined ? emptyValues : { ...emptyValues, fields: { code } }
    return makeEdits({ state, seen, from, to: emptyValues, registers })
  }
  if (recordInfo(state).state === 'void') return []
  return recordEdits({
    act: { act: 'void', reason: UNDO_REASON },
    state,
    seen,
    from: emptyValues,
    to: emptyValues,
    number: '',
    correction: { row: '', reason: '' },
  })
}

/** Rows of a record itself: 更正 tell what happened and stay. */
const isOwnRow = (edit: Edit): boolean =>
  edit.op === 'set' ? edit.path[0]?.startsWith('@') === true : edit.rows.startsWith('@')

/** Paths that the batch set and where something else stands now. */
function touchedSince(state: EntityState, own: readonly StoredChange[]): readonly Path[] {
  const dots = new Set(own.map(dotOf))
  const paths = new Map<string, Path>()
  for (const edit of own.flatMap(({ change }) => knownEdits(change))) {
    if (edit.op !== 'set' || edit.path[0]?.startsWith('@') === true) continue
    const standing = survivorsAt(state, edit.path)
    const isOwn = standing.length > 0 && standing.every(({ dot }) => dots.has(dot))
    if (!isOwn) paths.set(pathKey(edit.path), edit.path)
  }
  return [...paths.values()]
}
