import { applyChange as apply } from '../../../../shared/store/fold'
import type { EntityState, StoredChange } from '../../../../shared/store'

export * from '../../../../shared/store/fold'

const known = new WeakMap<EntityState, WeakMap<StoredChange, EntityState>>()

/** The fold is pure: the same state and the same change make the same state at every start of every computer. */
export const applyChange: typeof apply = (state, stored) => {
  let after = known.get(state)
  if (after === undefined) known.set(state, (after = new WeakMap<StoredChange, EntityState>()))
  let next = after.get(stored)
  if (next === undefined) after.set(stored, (next = apply(state, stored)))
  return next
}
