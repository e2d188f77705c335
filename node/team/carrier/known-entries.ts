import type { CarrierEntry } from './team-folder'

/** After so many looks at which a file had the same size it is taken to be as it was … */
const SETTLED = 3
/** … for so many listings at least, and for less than twice as many: each file another number of them. */
const TURN = 16

interface Known {
  readonly entry: CarrierEntry
  /** Looks at which it was the same. */
  readonly same: number
  /** The listing in which it is looked at again. */
  readonly again: number
}

interface KnownFolder {
  readonly listing: number
  readonly files: ReadonlyMap<string, Known>
}

/**
 * What was seen of files in earlier listings. Every look at a file is a way to a share and back, files of a team folder never
 * change, and their size is a hint only: those that have long been the same need no look in every pass.
 */
export class KnownEntries {
  readonly #folders = new Map<string, KnownFolder>()

  /** What is known well enough of a folder that is listed now, by name; the rest is to be looked at. */
  settled(folder: string): ReadonlyMap<string, CarrierEntry> {
    const { listing, files } = this.#of(folder)
    const settled = [...files].filter(([, { again }]) => again > listing)
    return new Map(settled.map(([name, { entry }]) => [name, entry]))
  }

  /** What the listing found: those that were taken as known, and those that were looked at. What is in neither is forgotten. */
  note(folder: string, taken: readonly CarrierEntry[], looked: readonly CarrierEntry[]): void {
    const { listing, files } = this.#of(folder)
    const next = new Map<string, Known>()
    for (const { name } of taken) {
      const known = files.get(name)
      if (known !== undefined) next.set(name, known)
    }
    for (const [at, entry] of looked.filter(({ kind }) => kind === 'file').entries()) {
      const before = files.get(entry.name)
      const same = before?.entry.size === entry.size ? before.same + 1 : 1
      const again = same < SETTLED ? listing + 1 : listing + TURN + (at % TURN)
      next.set(entry.name, { entry, same, again })
    }
    this.#folders.set(folder, { listing: listing + 1, files: next })
  }

  #of(folder: string): KnownFolder {
    return this.#folders.get(folder) ?? { listing: 0, files: new Map() }
  }
}
