import type { Path } from '../forms/field'
import type { FieldValue, PersonRef } from '../forms/values'
import type { StoredChange } from './change'
import { differences } from './differences'
import { knownEdits } from './read-edit'
import { dotOf } from './dot'
import type { EntityState } from './entity-state'
import { replaces } from './replaced'
import { filledIn, inOrder, stateAt } from './state-at'
import { survivorsAt } from './values-of'

/** A field or cell that said something at 登记 which it does not say now; what was blank then was filled in later. */
export interface CorrectedCell {
  readonly path: Path
  /** What stood there at 登记. */
  readonly before: FieldValue | null
  /** Of the change that stands there now: milliseconds since 1970, and who. */
  readonly at: number
  readonly person?: PersonRef
}

/** What was corrected since 登记, in the order of the form's values. Nothing for a record that was never 登记. [ST37] */
export function correctedCells(now: EntityState, changes: Iterable<StoredChange>): readonly CorrectedCell[] {
  const known = inOrder(changes)
  const submitted = known.find(({ change }) =>
    knownEdits(change).some(
      (edit) => edit.op === 'set' && edit.path[0] === '@state' && edit.value === 'submitted',
    ),
  )
  const then = submitted && stateAt(now.entity, known, dotOf(submitted))
  if (!then) return []
  return differences(filledIn(then), filledIn(now)).flatMap((difference) => {
    if (difference.differs !== 'value' || !replaces(difference.before, difference.after)) return []
    const { path, before } = difference
    const [shown] = survivorsAt(now, path)
    return [{ path, before, at: shown?.hlc.ms ?? 0, ...(shown?.person ? { person: shown.person } : {}) }]
  })
}
