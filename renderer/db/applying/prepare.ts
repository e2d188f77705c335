import { customerRow } from '../../../shared/customers/list-row'
import type { ListRow } from '../../../shared/search/list-row'
import { applyChanges, emptyEntity } from '../../../shared/store'
import {
  byEntity,
  entityRow,
  isCustomer,
  isRecord,
  numbersOf,
  onlyNew,
  recordRow,
  type Numbered,
  type ReadChange,
  type TemplateByHash,
} from '../apply'
import { intoBundles } from '../bundles'
import { entityAsStored, lineAsStored } from '../packing'
import type { RecordRow } from '../records-types'
import type { BundleRow, ChangeRow, CursorRow, EntityRow } from '../schema'

/**
 * A page of a journal, and what of it could be worked out before the tables are asked: rows as they will be stored, so that nothing but
 * bytes waits for its turn to be written.
 */
export interface Prepared {
  readonly count: number
  /** Where its changes of each writer begin, and the cursor behind them were nothing there before. */
  readonly runs: readonly { readonly first: number; readonly end: CursorRow }[]
  readonly bundles: readonly BundleRow[]
  readonly single: readonly ChangeRow[]
  /** The entities that nothing before has touched, and the lines of the records and customers among them. */
  readonly entities: readonly EntityRow[]
  readonly records: readonly RecordRow[]
  readonly customers: readonly ListRow[]
  readonly numbered: readonly Numbered[]
  /** Lines that somebody wants to hear of, as they are stored. */
  readonly lines: readonly ListRow[]
  /** Changes of entities that are there already. */
  readonly late: readonly ChangeRow[]
  /** All of its changes, for when some of them were applied before. */
  readonly again: () => readonly ReadChange[]
}

export interface PrepareSetting {
  readonly templates: TemplateByHash
  /** Keys of all entities that were prepared before; takes in those of this page. */
  readonly known: Set<string>
  /** Whether somebody wants to hear which lines are written. */
  readonly lines: boolean
  /** Lets others have their turn: what the browser's storage answers about the page before. */
  readonly breathe: () => Promise<void>
}

/** Entities that are made between two breaths: some ten milliseconds. */
const BREATH = 200

/** Prepares a page. `again`: reads it once more; its objects are not kept. */
export async function prepare(
  { templates, known, lines: isHeard, breathe }: PrepareSetting,
  batch: readonly ReadChange[],
  again: () => readonly ReadChange[],
): Promise<Prepared> {
  const { fresh, cursors } = onlyNew(batch, [])
  const { bundles, single } = intoBundles(fresh)
  const runs = cursors.map((end) => ({
    first: fresh.find(({ stream }) => stream === end.writer)?.at ?? 0,
    end,
  }))
  const entities: EntityRow[] = []
  const records: RecordRow[] = []
  const customers: ListRow[] = []
  const numbered: Numbered[] = []
  const lines: ListRow[] = []
  const isLate = new Set<string>()
  for (const [key, changes] of byEntity(fresh)) {
    const ref = changes[0]?.change.entity
    if (known.has(key) || !ref) {
      isLate.add(key)
      continue
    }
    known.add(key)
    const state = applyChanges(emptyEntity(ref), changes)
    entities.push(entityAsStored(entityRow(state)))
    if (isRecord(state)) {
      const line = lineAsStored(recordRow(state, templates))
      records.push(line)
      numbered.push(numbersOf(state))
      if (isHeard) lines.push(line)
    } else if (isCustomer(state)) {
      const line = customerRow(state)
      customers.push(line)
      if (isHeard) lines.push(line)
    }
    if (entities.length % BREATH === 0) await breathe()
  }
  const late = isLate.size === 0 ? [] : fresh.filter(({ entity }) => isLate.has(entity))
  const count = fresh.length
  return { count, runs, bundles, single, entities, records, customers, numbered, lines, late, again }
}
