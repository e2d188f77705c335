import { err, ok, type Result } from '../../../shared/kernel/result'
import type { RefusedWhy, TeamProblem } from '../../../shared/team'
import { mostFile, openContainer, type Opened, type Place } from '../format/container'
import type { CarrierFailure } from '../carrier/team-folder'
import type { Aside, RestsOn, Standing } from './aside-files'
import { isHanging } from './steps'
import type { TeamDesk } from './team-desk'

/** A day: what is still not whole then is told. */
const STUCK_MS = 24 * 60 * 60 * 1000

/** A container that holds, and its file as it is. */
export interface ReadContainer extends Opened {
  readonly file: Uint8Array
}

/**
 * Reads and opens a file of the team folder. null: it cannot be used now; why was told, or it is still arriving, or it was
 * judged before and nothing has changed since. Fails only when the folder itself cannot be reached.
 */
export async function readContainer(
  desk: TeamDesk,
  path: string,
  place: Place,
  size: number,
): Promise<Result<ReadContainer | null, CarrierFailure>> {
  const { carrier, keys, sealing, memory } = desk
  if (isResting(desk, path, size, place.writer)) return ok(null)
  const file = await carrier.read(path, mostFile(place.kind))
  if (!file.ok) return withoutFile(desk, path, size, file.error)
  const opened = await openContainer(file.value, place, { team: keys.team, secret: sealing.secret })
  if (opened.ok) {
    memory.arriving.delete(path)
    return ok({ ...opened.value, file: file.value })
  }
  const { error } = opened
  if (error.type === 'arriving') noteArriving(desk, path, size)
  else if (error.type === 'newer') needsNewer(desk, path, size, error.key)
  else refuse(desk, path, size, error.type, error.key)
  return ok(null)
}

/** Whether a file was judged before, or was not whole, and is not to be read now. */
export function rests(desk: TeamDesk, path: string, size: number, writer?: string): boolean {
  const { memory } = desk
  if (memory.arriving.restingSince(path, size) !== null) return true
  return memory.aside.holding(path, size, standingOf(desk, writer)) !== null
}

/** The same, and what is to be told of it is told again. */
export function isResting(desk: TeamDesk, path: string, size: number, writer?: string): boolean {
  const { memory } = desk
  const since = memory.arriving.restingSince(path, size)
  if (since !== null) {
    tellStuck(desk, path, since)
    return true
  }
  const aside = memory.aside.holding(path, size, standingOf(desk, writer))
  if (aside !== null) tellAside(desk, aside)
  return aside !== null
}

function standingOf({ memory, folder }: TeamDesk, writer?: string): Standing {
  const segments = () => (writer === undefined ? [] : folder.exchange.segments(writer))
  return {
    roster: memory.rosterStamp,
    endHere: () => segments().at(-1)?.chain ?? '',
    joins: (previous) =>
      memory.partedEnds.has(previous) || segments().some(({ chain }) => chain === previous),
  }
}

function tellAside({ memory, told }: TeamDesk, { problem, waitsFor }: Aside): void {
  if (problem !== null) told.say(problem)
  if (waitsFor !== null) memory.countWaiting(waitsFor)
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
      if (!isHanging(failure)) return err(failure)
      noteArriving(desk, path, size)
      return ok(null)
    case 'ReadOnly':
      return err(failure)
    case 'TooLarge':
      refuse(desk, path, size, 'tooLarge', '')
      return ok(null)
    case 'NotFound':
    case 'Taken':
    case 'Full':
    case 'Failed':
      noteArriving(desk, path, size)
      return ok(null)
  }
}

function noteArriving(desk: TeamDesk, path: string, size: number): void {
  tellStuck(desk, path, desk.memory.arriving.note(path, size, desk.clock.now()))
}

function tellStuck({ clock, told }: TeamDesk, path: string, since: number): void {
  if (clock.now() - since >= STUCK_MS) told.say({ problem: 'stuck', file: path })
}

const ON_BYTES: RestsOn = { on: 'bytes' }

/** Lets a file alone until that on which its judgement rests has changed. */
export function setAside(
  desk: TeamDesk,
  path: string,
  size: number,
  restsOn: RestsOn = ON_BYTES,
  { problem = null, waitsFor = null }: Partial<Pick<Aside, 'problem' | 'waitsFor'>> = {},
): void {
  const aside = { size, restsOn, problem, waitsFor }
  desk.memory.aside.put(path, aside)
  tellAside(desk, aside)
}

/** Tells that a file is not taken. */
export function refuse(
  desk: TeamDesk,
  path: string,
  size: number,
  why: RefusedWhy,
  key: string,
  restsOn: RestsOn = ON_BYTES,
): void {
  const problem: TeamProblem = { problem: 'refused', file: path, by: desk.nameOf(key), why }
  setAside(desk, path, size, restsOn, { problem })
}

/** Tells that a file is for a newer program. */
export function needsNewer(desk: TeamDesk, path: string, size: number, key: string): void {
  const problem: TeamProblem = { problem: 'needsNewerProgram', file: path, by: desk.nameOf(key) }
  setAside(desk, path, size, ON_BYTES, { problem })
}
