import { ok } from '../../../shared/kernel/result'
import type { Roster } from '../format/roster'
import { carrierFailed, diskFailed, type Step } from './steps'
import { listSegments, segmentTag } from './listing'
import { isOwnWriter } from './own-writers'
import { readContainer } from './read-container'
import type { TeamDesk } from './team-desk'

/**
 * Looks whether somebody else writes in the name of this computer's present writer: a cloned disk, or this computer before an older
 * backup was put back. Then another writer writes from now on. [TF19]
 */
export async function checkCopied(desk: TeamDesk, roster: Roster): Step<null> {
  const { folder, told } = desk
  const { writer } = folder
  if (!isOwnWriter(desk, roster, writer)) return ok(null)
  const branch = await findBranch(desk, roster, writer)
  if (!branch.ok || !branch.value) return branch.ok ? ok(null) : branch
  const forked = await folder.fork()
  if (!forked.ok) return forked.error.type === 'BadChange' ? ok(null) : diskFailed(forked.error)
  told.keep({ problem: 'copiedComputer', writer: forked.value.writer })
  return ok(null)
}

/** Whether the team folder has segments of an own writer that are not the ones here; from which number on is remembered. */
async function findBranch(desk: TeamDesk, roster: Roster, writer: string): Step<boolean> {
  const { folder, memory, pair } = desk
  const here = new Map(
    folder.exchange
      .segments(writer)
      .filter(({ ended }) => ended)
      .map(({ segment, chain }) => [segment, segmentTag(desk, chain)]),
  )
  const listed = await listSegments(desk, writer, Math.max(0, ...here.keys()))
  if (!listed.ok) return carrierFailed(listed.error)
  for (const { segment, tag, path, size } of listed.value) {
    const judged = `${size} ${memory.rosterStamp}`
    if (here.get(segment) === tag || memory.judgedOwn.get(path) === judged) continue
    const opened = await readContainer(desk, path, { kind: 'segment', writer, segment }, size)
    if (!opened.ok) return carrierFailed(opened.error)
    if (opened.value === null) continue
    memory.judgedOwn.set(path, judged)
    const { key, place } = opened.value
    // Only what really bears this computer's name counts: anybody could put a file of that name there.
    if (key !== pair.key && roster.judge(writer, segment, key, place.mint ?? null) !== 'taken') continue
    memory.contested.set(writer, Math.min(segment, memory.contested.get(writer) ?? Infinity))
  }
  return ok(memory.contested.has(writer))
}

/**
 * Changes of an own former writer that nobody would ever get: its segments from a contested number on, one that was never
 * ended, a damaged or missing one, and all behind it, since they would join nothing. They are carried by the present
 * writer. [TF19]
 */
export async function carryWhatCannotBePublished(desk: TeamDesk, roster: Roster, writer: string): Step<null> {
  const { folder, memory } = desk
  const { exchange } = folder
  if (writer === folder.writer) return ok(null)
  const branch = await findBranch(desk, roster, writer)
  if (!branch.ok) return branch
  const from = memory.contested.get(writer) ?? Infinity
  let isLost = false
  let next = 1
  for (const { segment, ended, first, changes: count, chain } of exchange.segments(writer)) {
    const isJoined = first === next
    next = first + count
    const name = `${writer}/${segment}/${chain}`
    if (memory.carriedOn.has(name)) {
      isLost = true
      continue
    }
    if (!isLost) {
      const isSound = segment < from && ended && isJoined && (await isWhole(desk, writer, segment))
      if (isSound) continue
      const there = await findThere(desk, writer, segment, chain)
      if (!there.ok) return there
      // The team folder has it from earlier: what is behind it joins there, and it is read again as if it were published now.
      if (there.value !== null) {
        memory.published.add(there.value)
        continue
      }
      isLost = true
    }
    if (!memory.carriedFrom.has(writer)) memory.carriedFrom.set(writer, segment)
    const changes = await exchange.changesOf(writer, segment)
    if (!changes.ok) continue
    const carried = await exchange.carry(changes.value)
    if (!carried.ok) return carried.error.type === 'BadChange' ? ok(null) : diskFailed(carried.error)
    memory.carriedOn.add(name)
  }
  return ok(null)
}

/** Its path in the team folder; null: it is not there. */
async function findThere(
  desk: TeamDesk,
  writer: string,
  segment: number,
  chain: string,
): Step<string | null> {
  const listed = await listSegments(desk, writer, segment)
  if (!listed.ok) return carrierFailed(listed.error)
  const tag = segmentTag(desk, chain)
  return ok(listed.value.find((entry) => entry.segment === segment && entry.tag === tag)?.path ?? null)
}

async function isWhole(desk: TeamDesk, writer: string, segment: number): Promise<boolean> {
  const key = `${writer}/${segment}`
  const known = desk.memory.whole.get(key)
  if (known !== undefined) return known
  const bytes = await desk.folder.exchange.bytesOf(writer, segment)
  const whole = bytes.ok || bytes.error.type !== 'Damaged'
  desk.memory.whole.set(key, whole)
  return whole
}
