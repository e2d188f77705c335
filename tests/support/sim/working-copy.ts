import type { DataFolder } from '../../../node/store'
import {
  compareEnds,
  cursorOf,
  emptyEntity,
  follows,
  type Cursor,
  type EntityRef,
  type EntityState,
  type StoredChange,
} from '../../../shared/store'
import { sha256 } from '../../../node/store/native-sha256'
import { must } from '../store'
import type { Fold } from './plant'

export const dotText = ({ change, hash }: StoredChange): string =>
  `${change.writer}:${change.seq}:${hash.slice(0, 32)}`

export const entityKey = ({ kind, id }: EntityRef): string => `${kind}/${id}`

/** An entity of which nothing is known, by its key: what is folded on it is remembered by it. */
const empty = new Map<string, EntityState>()

function emptyOf(entity: EntityRef): EntityState {
  const key = entityKey(entity)
  let state = empty.get(key)
  if (state === undefined) {
    if (empty.size >= MOST_EMPTY) empty.clear()
    empty.set(key, (state = emptyEntity(entity)))
  }
  return state
}

const MOST_EMPTY = 500

/** What the screen of a device works with: every change that it has read, and the entities folded of them. */
export class WorkingCopy {
  readonly entities = new Map<string, EntityState>()
  readonly changes = new Map<string, StoredChange>()
  readonly #read = new Map<string, Cursor>()
  /** Sequences that were passed over because the journal lacked them, by writer: the first and the last of each run. */
  readonly #holes = new Map<string, (readonly [number, number])[]>()

  constructor(private readonly fold: Fold) {}

  apply(stored: StoredChange): void {
    this.changes.set(dotText(stored), stored)
    if (stored.opaque !== undefined) return
    const key = entityKey(stored.change.entity)
    const state = this.entities.get(key) ?? emptyOf(stored.change.entity)
    this.entities.set(key, this.fold(state, stored))
  }

  /** Reads what is behind the cursors. `again`: the last page once more, as after a stop between two steps. */
  async catchUp(folder: DataFolder, again = false): Promise<void> {
    const ends = folder.ends()
    // Another history than the one that was read, or less of it: the window says so and is built anew at its next start.
    const standings = compareEnds(ends, [...this.#read.values()])
    if (standings.some(({ standing }) => standing === 'ahead' || standing === 'diverged'))
      return this.#readAnew(folder)
    for (const { writer, seq } of ends) {
      const read = this.#read.get(writer)
      let from = read?.seq ?? 0
      if (again) from = Math.max(0, from - 3)
      while (from < seq) {
        const page = must(await folder.read(writer, from, 200))
        if (page.length === 0) break
        for (const stored of page) {
          const at = cursorOf(stored)
          if (read !== undefined && at.seq === read.seq + 1 && !follows(read, stored, sha256))
            return this.#readAnew(folder)
          this.apply(stored)
          if (at.seq > from + 1) this.#passOver(writer, from + 1, at.seq - 1)
          from = at.seq
          if (from > (this.#read.get(writer)?.seq ?? 0)) this.#read.set(writer, at)
        }
      }
    }
    if (await this.#isHealed(folder)) await this.#readAnew(folder)
  }

  #passOver(writer: string, from: number, to: number): void {
    this.#holes.set(writer, [...(this.#holes.get(writer) ?? []), [from, to]])
  }

  /** Whether the journal now has something of what it lacked: it stands behind the cursors, as in the window. [ST45] */
  async #isHealed(folder: DataFolder): Promise<boolean> {
    for (const [writer, holes] of this.#holes) {
      for (const [from, to] of holes) {
        const [first] = must(await folder.read(writer, from - 1, 1))
        if (first !== undefined && (first.carriedBy?.[0]?.seq ?? first.change.seq) <= to) return true
      }
    }
    return false
  }

  #readAnew(folder: DataFolder): Promise<void> {
    this.entities.clear()
    this.changes.clear()
    this.#read.clear()
    this.#holes.clear()
    return this.catchUp(folder)
  }

  state(entity: EntityRef): EntityState {
    return this.entities.get(entityKey(entity)) ?? emptyOf(entity)
  }
}
