import type { FileFailure } from '../../../shared/ipc/contract'
import { ok, type Result } from '../../../shared/kernel/result'
import type { Taken } from '../../store'
import type { Roster } from '../format/roster'
import { meetBranch } from './branches'
import { segmentTag } from './listing'
import { needsNewer, refuse, setAside } from './read-container'
import { diskFailed, type Step } from './steps'
import type { TeamDesk } from './team-desk'

export interface SignedSegment {
  readonly writer: string
  readonly segment: number
  readonly key: string
  readonly path: string
  readonly size: number
}

/** Whether who signed it may write in this name; what is wrong is told. `counts`: whether it waits as a segment of its own. */
export function isAllowed(
  desk: TeamDesk,
  roster: Roster,
  signed: SignedSegment & { readonly mint: number | null },
  counts = true,
): boolean {
  const { writer, segment, key, mint, path, size } = signed
  const restsOn = { on: 'roster', roster: desk.memory.rosterStamp } as const
  const judgement = roster.judge(writer, segment, key, mint)
  switch (judgement) {
    case 'taken':
      return true
    case 'notAdmitted':
      setAside(desk, path, size, restsOn, { waitsFor: counts ? desk.deviceOf(key) : null })
      return false
    case 'removed':
      // Nobody else takes it, but what this computer wrote and an older disk of it lacks is its own.
      if (desk.deviceOf(key) === desk.device) return true
      refuse(desk, path, size, judgement, key, restsOn)
      return false
    case 'foreign':
      refuse(desk, path, size, judgement, key, restsOn)
      return false
  }
}

/** Gives a segment's bytes to the data folder and follows what it says. Answers how many changes came. */
export async function takeBody(
  desk: TeamDesk,
  { writer, segment, key, path, size, tag }: SignedSegment & { readonly tag: string | null },
  body: Uint8Array,
): Step<number> {
  const { exchange } = desk.folder
  // Read only where a branch is met: reading every change takes longer than all else that is done with a segment.
  const meet = () => meetBranch(desk, path, size, exchange.changesIn(writer, body))
  const chain = exchange.chainOf(body)
  if (tag !== null && (chain === null || segmentTag(desk, chain) !== tag)) {
    refuse(desk, path, size, chain === null ? 'malformed' : 'misplaced', key)
    return ok(0)
  }
  const taken: Result<Taken, FileFailure> = await exchange.take(writer, segment, body)
  if (!taken.ok) return diskFailed(taken.error)
  switch (taken.value.outcome) {
    case 'taken':
      exchange.pullClock(taken.value.latest)
      for (const hash of exchange.attachmentsIn(writer, body)) desk.memory.wanted.add(hash)
      desk.memory.arrivedChanges += taken.value.changes
      desk.memory.aside.forget(path)
      desk.onGrown()
      return ok(taken.value.changes)
    case 'parted':
      if (chain !== null) desk.memory.partedEnds.add(chain)
      return meet()
    case 'waits':
      if (chain === null || !desk.memory.partedEnds.has(taken.value.previous)) {
        setAside(desk, path, size, { on: 'previous', previous: taken.value.previous })
        return ok(0)
      }
      // It joins a segment of another branch, which will never stand here under its own name.
      desk.memory.partedEnds.add(chain)
      return meet()
    case 'there':
      // Of a snapshot this is one segment among others: it says nothing of the file.
      if (tag !== null) desk.memory.aside.forget(path)
      return ok(0)
    case 'malformed':
      refuse(desk, path, size, 'malformed', key)
      return ok(0)
    case 'newer':
      needsNewer(desk, path, size, key)
      return ok(0)
  }
}
