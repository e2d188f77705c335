import { ok } from '../../../shared/kernel/result'
import { isIdName, paths } from '../format/names'
import type { Roster } from '../format/roster'
import { listSegments, segmentTag, type ListedSegment } from './listing'
import { listThere, readContainer } from './read-container'
import { fetchSnapshots } from './snapshots'
import { carrierFailed, type Step } from './steps'
import { isAllowed, takeBody } from './take-body'
import type { TeamDesk } from './team-desk'

/** Takes what the others published. Answers how many changes came. */
export async function fetchAll(desk: TeamDesk, roster: Roster): Step<number> {
  const listed = await listThere(desk, paths.segments)
  if (!listed.ok) return carrierFailed(listed.error)
  const writers = listed.value
    .map(({ name }) => name)
    .filter(isIdName)
    .sort()
  const waiting = new Map<string, number>()
  let changes = 0
  for (const writer of writers) {
    if (writer === desk.folder.writer) continue
    const fetched = await fetchWriter(desk, roster, writer, waiting)
    if (!fetched.ok) return fetched
    changes += fetched.value
  }
  for (const [device, segments] of waiting) desk.told.say({ problem: 'notAdmitted', device, segments })
  return ok(changes)
}

const lastOf = ({ folder }: TeamDesk, writer: string): number =>
  folder.exchange.segments(writer).at(-1)?.segment ?? 0

async function fetchWriter(
  desk: TeamDesk,
  roster: Roster,
  writer: string,
  waiting: Map<string, number>,
): Step<number> {
  const listed = await listSegments(desk, writer, lastOf(desk, writer))
  if (!listed.ok) return carrierFailed(listed.error)
  let changes = 0
  const missing = listed.value.filter(({ segment }) => segment > lastOf(desk, writer))
  desk.memory.expect(missing.length)
  if (missing.length > desk.snapshots.farBehind) {
    const fetched = await fetchSnapshots(desk, roster, writer)
    if (!fetched.ok) return fetched
    changes += fetched.value
  }
  const here = new Map(
    desk.folder.exchange.segments(writer).map(({ segment, chain }) => [segment, segmentTag(desk, chain)]),
  )
  for (const entry of listed.value) {
    if (here.get(entry.segment) === entry.tag || desk.memory.settled.has(entry.path)) continue
    const came = await fetchSegment(desk, roster, writer, entry, waiting)
    if (!came.ok) return came
    changes += came.value
  }
  return ok(changes)
}

async function fetchSegment(
  desk: TeamDesk,
  roster: Roster,
  writer: string,
  entry: ListedSegment,
  waiting: Map<string, number>,
): Step<number> {
  const { path, segment, size, tag } = entry
  const opened = await readContainer(desk, path, { kind: 'segment', writer, segment }, size)
  if (!opened.ok) return carrierFailed(opened.error)
  if (opened.value === null) return ok(0)
  const { key, body, place } = opened.value
  if (!isAllowed(desk, roster, { writer, segment, key, mint: place.mint ?? null, path, size }, waiting))
    return ok(0)
  return takeBody(desk, { writer, segment, key, path, size, tag }, body)
}
