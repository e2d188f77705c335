import type { Path } from '../forms/field'
import type { FieldValue, PersonRef } from '../forms/values'
import { assertNever } from '../kernel/assert-never'
import type { StoredChange } from './change'
import { differences } from './differences'
import { dotOf } from './dot'
import type { EntityState } from './entity-state'
import { filledIn, inOrder, stateAt } from './state-at'
import { survivorsAt } from './values-of'

/** A field or cell that says another thing now than it did at 登记. */
export interface CorrectedCell {
  readonly path: Path
  /** What stood there at 登记; null for nothing. */
  readonly before: FieldValue | null
  /** Of the change that stands there now: milliseconds since 1970, and who. */
  readonly at: number
  readonly person?: PersonRef
}

/** What was corrected since 登记, in the order of the form's values. Nothing for a record that was never 登记. [ST37] */
export function correctedCells(now: EntityState, changes: Iterable<StoredChange>): readonly CorrectedCell[] {
  const known = inOrder(changes)
  const submitted = known.find(({ change }) =>
    change.edits.some((edit) => edit.op === 'set' && edit.path[0] === '@state' && edit.value === 'submitted'),
  )
  const then = submitted && stateAt(now.entity, known, dotOf(submitted))
  if (!then) return []
  const cell = (path: Path, before: FieldValue | null): CorrectedCell => {
    const [shown] = survivorsAt(now, path)
    return { path, before, at: shown?.hlc.ms ?? 0, ...(shown?.person ? { person: shown.person } : {}) }
  }
  return differences(filledIn(then), filledIn(now)).flatMap((difference) => {
    switch (difference.differs) {
      case 'value':
        return [cell(difference.path, difference.before)]
      case 'rowAdded':
        return Object.keys(difference.row.cells).map((column) =>
          cell([difference.rows, difference.row.id, column], null),
        )
      case 'rowRemoved':
      case 'rowMoved':
        return []
      default:
        return assertNever(difference)
    }
  })
}
