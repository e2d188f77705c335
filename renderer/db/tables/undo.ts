import type { PersonRef } from '../../../shared/forms/values'
import { undoImport, undoingChange } from '../../../shared/import'
import { dotOf, type NewChange, type StoredChange } from '../../../shared/store'
import { changesOf } from '../change-log'
import { entityKey, type WorkingDb } from '../schema'
import type { UndoView } from './messages'

export interface Undoing {
  readonly changes: readonly NewChange[]
  readonly view: UndoView
}

export interface UndoWish {
  readonly batch: string
  /** What the batch wrote. */
  readonly own: readonly StoredChange[]
  readonly person?: PersonRef
  readonly newId: () => string
}

/** Entities whose states are read at once. */
const AT_ONCE = 500

/** Plans to take an import back, as far as nobody has worked on what it wrote. */
export async function planUndo(db: WorkingDb, { batch, own, person, newId }: UndoWish): Promise<Undoing> {
  const byEntity = new Map<string, StoredChange[]>()
  for (const stored of own) {
    const key = entityKey(stored.change.entity)
    byEntity.set(key, [...(byEntity.get(key) ?? []), stored])
  }
  const undo = newId()
  const changes: NewChange[] = []
  const view = { void: 0, setBack: 0, left: 0 }
  const keys = [...byEntity.keys()]
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const some = keys.slice(at, at + AT_ONCE)
    const rows = await db.entities.bulkGet(some)
    for (const [place, key] of some.entries()) {
      const state = rows[place]?.state
      const mine = byEntity.get(key) ?? []
      if (!state) continue
      const dots = new Set(mine.map(dotOf))
      // Nobody else wrote into most of them: then there is nothing to look up.
      const all = state.applied.every((dot) => dots.has(dot))
        ? mine
        : (await changesOf(db, key, state.applied)).map(({ stored }) => stored)
      const undone = undoImport(state, all, batch, newId())
      if (undone.does !== 'nothing') view[undone.does]++
      if (undone.left.length > 0) view.left++
      if (undone.edits.length > 0) changes.push(undoingChange(state, undone, undo, person))
    }
  }
  return { changes, view }
}
