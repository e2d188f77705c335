import { isOwnTemporary } from '../carrier/carried-path'
import { isConflictCopy } from '../carrier/conflict-copies'
import type { CarrierEntry } from '../carrier/team-folder'
import type { TeamDesk } from './team-desk'

/** A temporary file of this computer that stands in the team folder. */
interface Leftover {
  readonly size: number
  /** By this computer's clock. */
  readonly since: number
  /** In how many passes it was seen with this size. */
  readonly seen: number
  readonly pass: number
}

/** What stands in the folders that were listed and is no file of the team. */
export class Strays {
  /** Conflict copies that carriers made, by folder, as it was when that was listed last. */
  readonly copies = new Map<string, readonly string[]>()
  readonly leftovers = new Map<string, Leftover>()
}

/** So long, and in so many passes, a temporary file must have stood there unchanged: a copy of this computer may be writing it. */
const OLD_MS = 10 * 60 * 1000
const OLD_PASSES = 3

export function noticeStrays(desk: TeamDesk, dir: string, entries: readonly CarrierEntry[]): void {
  const { memory, device, clock } = desk
  const { copies, leftovers } = memory.strays
  const found = entries.map(({ name }) => name).filter(isConflictCopy)
  if (found.length > 0) copies.set(dir, found)
  else copies.delete(dir)
  for (const { name, size, kind } of entries) {
    if (kind !== 'file' || !isOwnTemporary(name, device)) continue
    const path = dir === '' ? name : `${dir}/${name}`
    const before = leftovers.get(path)
    if (before?.pass === memory.passes) continue
    const isSame = before?.size === size
    leftovers.set(path, {
      size,
      since: isSame ? before.since : clock.now(),
      seen: isSame ? before.seen + 1 : 1,
      pass: memory.passes,
    })
  }
}

/** Tells of copies that carriers made because of conflicts of their own. [TF4] */
export function tellCopies({ memory, told }: TeamDesk): void {
  const names = [...memory.strays.copies.values()].flat()
  if (names[0] !== undefined) told.say({ problem: 'conflictCopies', files: names.length, example: names[0] })
}

/** Removes what a crash of this computer left half written, never another's. Whether it works does not matter. [TF4] */
export async function removeLeftovers({ memory, clock, carrier }: TeamDesk): Promise<void> {
  const { leftovers } = memory.strays
  for (const [path, { since, seen, pass }] of leftovers) {
    const isOld = seen >= OLD_PASSES && pass === memory.passes && clock.now() - since >= OLD_MS
    if (!isOld) continue
    leftovers.delete(path)
    await carrier.removeOwn(path)
  }
}
