import { ok } from '../../../shared/kernel/result'
import type { LocalSegment } from '../../store'
import { encodeContainer } from '../format/container'
import { mintOf } from '../format/identity'
import { segmentPath } from '../format/names'
import type { Roster } from '../format/roster'
import { carryWhatCannotBePublished } from './contested'
import { publishAttachments, publishTemplates } from './contents'
import { carrierFailed, diskFailed, type Step } from './steps'
import { listSegments, segmentTag } from './listing'
import { isOwnWriter, ownWriters } from './own-writers'
import { publishSnapshot } from './snapshots'
import type { TeamDesk } from './team-desk'
import { carryBehindRemovals, carryLost, partFromNobody } from './untaken'

/** Puts what this computer wrote and the team folder lacks. `seal`: what is open is closed first. [TF16] */
export async function publishAll(desk: TeamDesk, roster: Roster, seal: boolean): Step<null> {
  const templates = await publishTemplates(desk)
  if (!templates.ok) return templates
  const parted = await partFromNobody(desk, roster)
  if (!parted.ok) return parted
  const left = await carryBehindRemovals(desk, roster)
  if (!left.ok) return left
  const lost = await carryLost(desk, roster)
  if (!lost.ok) return lost
  for (const writer of ownWriters(desk, roster)) {
    const carried = await carryWhatCannotBePublished(desk, roster, writer)
    if (!carried.ok) return carried
  }
  if (seal) {
    const sealed = await sealOpen(desk, roster)
    if (!sealed.ok) return sealed
  }
  for (const writer of ownWriters(desk, roster)) {
    const done = await publishWriter(desk, writer)
    if (!done.ok) return done
  }
  return ok(null)
}

/**
 * Closes what is open. A segment that a power cut left torn cannot be closed, and nothing ends it before the next save, which may
 * be weeks away: another writer goes on and carries its changes. [ST4] [TF16]
 */
async function sealOpen(desk: TeamDesk, roster: Roster): Step<null> {
  const { exchange } = desk.folder
  const { writer } = desk.folder
  const sealed = await exchange.seal()
  if (!sealed.ok) return diskFailed(sealed.error)
  const isOpen = exchange.segments(writer).some(({ ended }) => !ended)
  if (!isOpen || !isOwnWriter(desk, roster, writer)) return ok(null)
  const forked = await desk.folder.fork()
  if (!forked.ok) return forked.error.type === 'BadChange' ? ok(null) : diskFailed(forked.error)
  const carried = await carryWhatCannotBePublished(desk, roster, writer)
  if (!carried.ok) return carried
  const again = await exchange.seal()
  return again.ok ? ok(null) : diskFailed(again.error)
}

async function publishWriter(desk: TeamDesk, writer: string): Step<null> {
  const { folder, memory } = desk
  const segments = folder.exchange.segments(writer).filter(({ ended }) => ended)
  const next = segments.find((segment) => !isKnown(desk, segment))
  const from = next ?? segments.at(-1)
  if (from === undefined) return ok(null)
  let listed = await listSegments(desk, writer, from.segment)
  let lookedFrom = from.segment
  if (listed.ok && next === undefined && !listed.value.some(({ path }) => path === pathOf(desk, from))) {
    // What was there last is gone: perhaps everything is, and all of it is looked at.
    for (const segment of segments) memory.published.delete(pathOf(desk, segment))
    lookedFrom = 1
    listed = await listSegments(desk, writer, lookedFrom)
  }
  if (!listed.ok) return carrierFailed(listed.error)
  memory.lookedAt.add(writer)
  const there = new Set(listed.value.map(({ path }) => path))
  const contested = memory.contested.get(writer) ?? Infinity
  const sent: LocalSegment[] = []
  for (const segment of segments) {
    const tag = segmentTag(desk, segment.chain)
    const path = segmentPath(writer, segment.segment, tag)
    const isListed = there.has(path)
    // What was seen in this sitting and stands in a shard that was not listed is taken to be there.
    const isLooked = listed.value.length > 0 && segment.segment >= lookedFrom
    if (isListed || (memory.published.has(path) && !isLooked)) {
      memory.published.add(path)
      sent.push(segment)
      continue
    }
    // Another branch has this number there: from here on this writer's changes go another way. [TF19]
    if (segment.segment >= contested) break
    const put = await publishSegment(desk, segment, tag)
    if (!put.ok) return put
    if (!put.value) break
    memory.published.add(path)
    sent.push(segment)
  }
  return publishSnapshot(desk, writer, sent)
}

const pathOf = (desk: TeamDesk, { writer, segment, chain }: LocalSegment): string =>
  segmentPath(writer, segment, segmentTag(desk, chain))

const isKnown = (desk: TeamDesk, segment: LocalSegment): boolean =>
  desk.memory.published.has(pathOf(desk, segment))

/** false: its bytes here are damaged or gone; nothing behind it is published before they are whole again. */
async function publishSegment(desk: TeamDesk, { writer, segment }: LocalSegment, tag: string): Step<boolean> {
  const { exchange } = desk.folder
  const bytes = await exchange.bytesOf(writer, segment)
  if (!bytes.ok) {
    if (bytes.error.type === 'Damaged') return ok(false)
    if (bytes.error.type !== 'NotFound') return diskFailed(bytes.error)
    desk.told.say({ problem: 'failed', reason: `NotFound: ${bytes.error.path}` })
    return ok(false)
  }
  const attachments = exchange.attachmentsIn(writer, bytes.value)
  const done = await publishAttachments(desk, attachments)
  if (!done.ok) return done
  const place = { kind: 'segment', writer, segment, mint: mintOf(desk.pair.key, writer) } as const
  const container = await encodeContainer(place, bytes.value, desk.sealing)
  const put = await desk.carrier.putNew(segmentPath(writer, segment, tag), container)
  return put.ok || put.error.type === 'Taken' ? ok(true) : carrierFailed(put.error)
}
