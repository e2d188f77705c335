import { ok } from '../../../shared/kernel/result'
import { mostFile, openContainer } from '../format/container'
import { mintOf } from '../format/identity'
import { isIdName, paths } from '../format/names'
import type { Member, Roster } from '../format/roster'
import type { WriterSegments } from '../format/statements'
import { listSegments } from '../sync/listing'
import type { Passed } from '../sync/pass'
import { listThere } from '../sync/list-there'
import { carrierFailed, isHanging, type Step } from '../sync/steps'
import type { TeamDesk } from '../sync/team-desk'

/**
 * Numbers that a writer may have passed over (after saves that its disk refused). Further ahead than that nothing in the folder counts: a
 * computer that is to be removed must not reach into the future with one segment of a high number.
 */
const MOST_SKIPPED = 16

/**
 * Up to where the segments of a computer that is removed are taken, for each of its writers: the highest that is here, that another member
 * says it has read, or that stands whole in the folder, signed as it has to be. [TF12]
 */
export async function removalEnds(desk: TeamDesk, passed: Passed, member: Member): Step<WriterSegments> {
  const isTheirs = (writer: string) => member.writers.includes(writer) || mintOf(member.key, writer) !== null
  const ends = new Map<string, number>()
  const reaches = (writer: string, segment: number) => {
    if (segment > (ends.get(writer) ?? 0) && isTheirs(writer)) ends.set(writer, segment)
  }
  for (const { writer, segment, ended } of desk.folder.exchange.segments())
    if (ended) reaches(writer, segment)
  for (const [device, { note }] of passed.notes) {
    const reader = passed.roster.of(device)
    if (reader?.removed !== null || device === member.device) continue
    for (const [writer, segment] of Object.entries(note.read)) reaches(writer, segment)
  }
  const listed = await listThere(desk, paths.segments)
  if (!listed.ok) return carrierFailed(listed.error)
  for (const { name: writer } of listed.value) {
    if (!isIdName(writer) || !isTheirs(writer)) continue
    const last = await lastThere(desk, passed.roster, writer, ends.get(writer) ?? 0)
    if (!last.ok) return last
    reaches(writer, last.value)
  }
  return ok(Object.fromEntries(ends))
}

/** The last segment in the folder that goes on from a number and could be taken, had it come here. */
async function lastThere(desk: TeamDesk, roster: Roster, writer: string, from: number): Step<number> {
  const listed = await listSegments(desk, writer, from + 1)
  if (!listed.ok) return carrierFailed(listed.error)
  let last = from
  for (const { segment, path } of listed.value) {
    if (segment <= last) continue
    if (segment > last + MOST_SKIPPED) break
    // Read whatever was judged before: what waits behind a gap counts, too.
    const file = await desk.carrier.read(path, mostFile('segment'))
    if (!file.ok && file.error.type === 'Unreachable' && !isHanging(file.error))
      return carrierFailed(file.error)
    if (!file.ok) continue
    const opened = await openContainer(
      file.value,
      { kind: 'segment', writer, segment },
      { team: desk.keys.team, secret: desk.sealing.secret },
    )
    if (!opened.ok) continue
    const { key, place } = opened.value
    if (roster.judge(writer, segment, key, place.mint ?? null) === 'taken') last = segment
  }
  return ok(last)
}
