import { ok } from '../../../shared/kernel/result'
import { isIdName, paths } from '../format/names'
import type { Roster } from '../format/roster'
import { listThere } from './list-there'
import { lookForSegments, segmentTag, type ListedSegment } from './listing'
import { isResting, readContainer, rests } from './read-container'
import { fetchSnapshots } from './snapshots'
import { carrierFailed, type Step } from './steps'
import { isAllowed, takeBody } from './take-body'
import type { TeamDesk } from './team-desk'
import { writersHere } from './untaken'

/** Takes what the others published. Answers how many changes came. */
export async function fetchAll(desk: TeamDesk, roster: Roster): Step<number> {
  const listed = await listThere(desk, paths.segments)
  if (!listed.ok) return carrierFailed(listed.error)
  const writers = listed.value
    .map(({ name }) => name)
    .filter(isIdName)
    .sort()
  let changes = 0
  for (const writer of writers) {
    if (writer === desk.folder.writer) continue
    const fetched = await fetchWriter(desk, roster, writer)
    if (!fetched.ok) return fetched
    changes += fetched.value
  }
  const isThere = new Set(writers)
  for (const writer of writersHere(desk)) if (!isThere.has(writer)) desk.memory.lost.look(desk, writer)
  for (const [device, segments] of desk.memory.waiting)
    desk.told.say({ problem: 'notAdmitted', device, segments })
  return ok(changes)
}

const lastOf = ({ folder }: TeamDesk, writer: string): number =>
  folder.exchange.segments(writer).at(-1)?.segment ?? 0

async function fetchWriter(desk: TeamDesk, roster: Roster, writer: string): Step<number> {
  const { memory } = desk
  const last = lastOf(desk, writer)
  const looked = await lookForSegments(desk, writer, last)
  if (!looked.ok) return carrierFailed(looked.error)
  memory.lost.look(desk, writer, looked.value)
  let changes = 0
  const lacking = lackingOf(desk, writer, looked.value.listed)
  memory.fetching.expect(lacking.filter(({ path, size }) => !rests(desk, path, size, writer)).length)
  if (lacking.filter(({ segment }) => segment > last).length > desk.snapshots.farBehind) {
    const fetched = await fetchSnapshots(desk, roster, writer)
    if (!fetched.ok) return fetched
    changes += fetched.value
  }
  for (const entry of lackingOf(desk, writer, lacking)) {
    // Asked for each by itself: one that came may be what the next waited for.
    if (isResting(desk, entry.path, entry.size, writer)) continue
    const came = await fetchSegment(desk, roster, writer, entry)
    if (!came.ok) return came
    changes += came.value
    memory.fetching.did()
  }
  return ok(changes)
}

/** What is listed and not here, or damaged here. */
function lackingOf(
  { folder, memory, names }: TeamDesk,
  writer: string,
  listed: readonly ListedSegment[],
): readonly ListedSegment[] {
  const whole = folder.exchange.segments(writer).filter(({ damaged }) => !damaged)
  const here = new Map(whole.map(({ segment, chain }) => [segment, segmentTag({ names }, chain)]))
  return listed.filter(({ segment, tag, path }) => here.get(segment) !== tag && !memory.settled.has(path))
}

async function fetchSegment(
  desk: TeamDesk,
  roster: Roster,
  writer: string,
  { path, segment, size, tag }: ListedSegment,
): Step<number> {
  const opened = await readContainer(desk, path, { kind: 'segment', writer, segment }, size)
  if (!opened.ok) return carrierFailed(opened.error)
  if (opened.value === null) return ok(0)
  const { key, body, place } = opened.value
  const signed = { writer, segment, key, mint: place.mint ?? null, path, size }
  return isAllowed(desk, roster, signed) ? takeBody(desk, { ...signed, tag }, body) : ok(0)
}
