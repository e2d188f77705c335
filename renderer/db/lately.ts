import {
  applyChange,
  emptyEntity,
  type EntityRef,
  type EntityState,
  type StoredChange,
} from '../../shared/store'
import { entityKey } from './schema'

/**
 * The entity that was asked for last, as it stands with everything that was written: an open form asks for its record and
 * then saves it, and that save need not wait for IndexedDB. Forgotten as soon as anything else may have changed it.
 */
export interface Lately {
  /** The state, if it is surely still true; null: surely there is none yet, as before the first save of a new form. */
  readonly get: (ref: EntityRef) => EntityState | null | undefined
  /** Asks `read` and remembers the answer, unless something was written or taken in meanwhile. */
  readonly read: (ref: EntityRef, read: () => Promise<EntityState | null>) => Promise<EntityState | null>
  /** Follows what this computer wrote itself. */
  readonly wrote: (stored: readonly StoredChange[]) => void
  /** Changes of others come into the working copy, or it is made anew. */
  readonly forget: () => void
}

export function rememberLately(): Lately {
  let known: { readonly key: string; readonly state: EntityState | null } | null = null
  /** Counts what makes an answer that is still being read an old one. */
  let moves = 0
  return {
    get: (ref) => (known?.key === entityKey(ref) ? known.state : undefined),
    read: async (ref, read) => {
      const before = moves
      const state = await read()
      if (moves === before) known = { key: entityKey(ref), state }
      return state
    },
    wrote: (stored) => {
      moves += 1
      if (!known) return
      const { key } = known
      const own = stored.filter(({ change }) => entityKey(change.entity) === key)
      const state = own.reduce<EntityState | null>(
        (before, each) => applyChange(before ?? emptyEntity(each.change.entity), each),
        known.state,
      )
      known = { key, state }
    },
    forget: () => {
      moves += 1
      known = null
    },
  }
}
