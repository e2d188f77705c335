import { join } from 'node:path'
import { isTeamName } from './carried-path'
import { codeOf } from './carrier-errors'
import type { DiskCalls } from './disk-calls'
import type { KnownEntries } from './known-entries'
import type { CarrierEntry } from './team-folder'

/** How many entries are looked at side by side: a share answers each of them after a way there and back. */
const AT_ONCE = 16

/**
 * Names as they stand on the disk where a carrier changed their case: a stick formatted as FAT may show `MEMBERS`. Nobody
 * but a carrier makes such a name, so it is taken for the one in lower case.
 */
export class NameCases {
  readonly #onDisk = new Map<string, string>()

  /** The name to be used on the disk for one of [TF3]. */
  onDisk(folder: string, name: string): string {
    return this.#onDisk.get(`${folder}\0${name}`) ?? name
  }

  /** The names of one folder as [TF3] has them, with the name on the disk behind each. */
  learn(folder: string, depth: number, names: readonly string[]): ReadonlyMap<string, string> {
    const there = new Set(names)
    const told = new Map<string, string>()
    for (const name of names) {
      const lower = name.toLowerCase()
      const isFolded = lower !== name && isTeamName(lower, depth)
      if (isFolded && !there.has(lower)) this.#onDisk.set(`${folder}\0${lower}`, name)
      else this.#onDisk.delete(`${folder}\0${name}`)
      told.set(isFolded && !there.has(lower) ? lower : name.normalize('NFC'), name)
    }
    return told
  }
}

/** What stands in a folder. What is gone by the time it is looked at is left out: the next listing will tell. */
export async function listNames(
  calls: DiskCalls,
  folder: string,
  depth: number,
  { cases, known }: { readonly cases: NameCases; readonly known: KnownEntries },
): Promise<readonly CarrierEntry[]> {
  const names = [...cases.learn(folder, depth, await calls.readdir(folder))]
  const settled = known.settled(folder)
  const taken = names.flatMap(([name]) => settled.get(name) ?? [])
  const others = names.filter(([name]) => !settled.has(name))
  const looked: CarrierEntry[] = []
  for (let at = 0; at < others.length; at += AT_ONCE) {
    const entries = others
      .slice(at, at + AT_ONCE)
      .map(([name, onDisk]) => entryOf(calls, join(folder, onDisk), name))
    for (const entry of await Promise.all(entries)) if (entry !== null) looked.push(entry)
  }
  known.note(folder, taken, looked)
  return [...taken, ...looked]
}

/** lstat and not the listing says what it is: Windows lists a cloud drive's placeholders as if they were links. */
async function entryOf(calls: DiskCalls, path: string, name: string): Promise<CarrierEntry | null> {
  try {
    const found = await calls.lstat(path)
    if (found.isDirectory()) return { name, kind: 'dir', size: 0 }
    return found.isFile() ? { name, kind: 'file', size: found.size } : { name, kind: 'other', size: 0 }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') return null
    // One entry that may not be looked at hides none of the others; reading it will say what is wrong.
    if (['EACCES', 'EPERM', 'EBUSY', 'EINVAL', 'ENAMETOOLONG'].includes(code))
      return { name, kind: 'other', size: 0 }
    throw error
  }
}
