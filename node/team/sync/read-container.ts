import { err, ok, type Result } from '../../../shared/kernel/result'
import type { RefusedWhy } from '../../../shared/team'
import { mostFile, openContainer, type Opened, type Place } from '../format/container'
import type { CarrierEntry, CarrierFailure } from '../carrier/team-folder'
import type { TeamDesk } from './team-desk'

/** A day: what is still not whole then is told. */
const STUCK_MS = 24 * 60 * 60 * 1000

/**
 * Reads and opens a file of the team folder. null: it cannot be used now; why was told, or it is still arriving. Fails only
 * when the folder itself cannot be reached.
 */
export async function readContainer(
  desk: TeamDesk,
  path: string,
  place: Place,
  size: number,
): Promise<Result<Opened | null, CarrierFailure>> {
  const { carrier, keys, sealing, memory, told } = desk
  const refused = memory.refused.get(path)
  if (refused?.size === size && memory.passes < refused.again) {
    told.say(refused.problem)
    return ok(null)
  }
  const bytes = await carrier.read(path, mostFile(place.kind))
  if (!bytes.ok) return withoutFile(desk, path, size, bytes.error)
  const opened = await openContainer(bytes.value, place, { team: keys.team, secret: sealing.secret })
  if (opened.ok) {
    memory.arriving.delete(path)
    memory.refused.delete(path)
    return opened
  }
  const { error } = opened
  if (error.type === 'arriving') noteArriving(desk, path)
  else if (error.type === 'newer')
    told.say({ problem: 'needsNewerProgram', file: path, by: desk.nameOf(error.key) })
  else refuse(desk, path, size, error.type, error.key)
  return ok(null)
}

function withoutFile(
  desk: TeamDesk,
  path: string,
  size: number,
  failure: CarrierFailure,
): Result<null, CarrierFailure> {
  switch (failure.type) {
    case 'Unreachable':
      // One file that hangs (a placeholder of a cloud drive) is let alone; the others go on.
      if (failure.reason === 'TIMEOUT' || failure.reason === 'PUTOFF') {
        noteArriving(desk, path)
        return ok(null)
      }
      return err(failure)
    case 'ReadOnly':
      return err(failure)
    case 'TooLarge':
      refuse(desk, path, size, 'tooLarge', '')
      return ok(null)
    case 'NotFound':
    case 'Taken':
    case 'Full':
    case 'Failed':
      noteArriving(desk, path)
      return ok(null)
  }
}

function noteArriving({ memory, clock, told }: TeamDesk, path: string): void {
  const since = memory.arriving.get(path) ?? clock.now()
  memory.arriving.set(path, since)
  if (clock.now() - since >= STUCK_MS) told.say({ problem: 'stuck', file: path })
}

/** Longest pause, in passes, before a refused file is looked at again. */
const MOST_PAUSE = 64

/** Tells that a file is not taken. */
export function refuse(desk: TeamDesk, path: string, size: number, why: RefusedWhy, key: string): void {
  const { memory, told } = desk
  const problem = { problem: 'refused', file: path, by: desk.nameOf(key), why } as const
  const pause = Math.min(MOST_PAUSE, (memory.refused.get(path)?.pause ?? 1) * 2)
  memory.refused.set(path, { size, problem, pause, again: memory.passes + pause })
  told.say(problem)
}

/** Names in a folder; none when it is not there (yet). */
export async function listThere(
  { carrier }: TeamDesk,
  dir: string,
): Promise<Result<readonly CarrierEntry[], CarrierFailure>> {
  const listed = await carrier.list(dir)
  return listed.ok || listed.error.type !== 'NotFound' ? listed : ok([])
}
