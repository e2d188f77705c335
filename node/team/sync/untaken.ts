import { setImmediate as breathe } from 'node:timers/promises'
import { ok } from '../../../shared/kernel/result'
import { mintOf } from '../format/identity'
import type { Member, Roster } from '../format/roster'
import { listSegments, segmentTag, type ListedSegment } from './listing'
import { isOwnWriter, rankIn } from './own-writers'
import { readContainer } from './read-container'
import { carrierFailed, diskFailed, type Step } from './steps'
import type { TeamDesk } from './team-desk'

/** Who signed a writer's segments, and the mint of its name. [TF2] */
interface Signer {
  readonly key: string
  readonly mint: number | null
}

/** Writers of a data folder with the first of their segments that the others do not take. */
type Untaken = ReadonlyMap<string, number>

/**
 * Carries all that the others would never get because of who wrote it: for a computer that joins with a new key. Every segment is judged by
 * who signed its container, not by who is here now. [TF24]
 */
export async function carryAllUntaken(desk: TeamDesk, roster: Roster): Step<number> {
  const untaken = new Map<string, number>()
  for (const writer of writersHere(desk)) {
    if (mintOf(desk.pair.key, writer) !== null) continue
    const from = await firstUntaken(desk, roster, writer, null)
    if (!from.ok) return from
    if (from.value !== null) untaken.set(writer, from.value)
  }
  return carry(desk, untaken)
}

/** In how many passes a removal has been known before its rest is carried; one more for every computer of an earlier letter. */
const PATIENCE = 2
const MOST_PATIENCE = 6

/**
 * Carries what this computer took from one that was removed and that others do not take any more, or that the carrier lost: who wrote
 * it puts nothing again. The computers do so one after the other, so that one is enough as a rule. [TF24]
 */
export async function carryBehindRemovals(desk: TeamDesk, roster: Roster): Step<number> {
  const { memory } = desk
  const rank = rankIn(desk, roster)
  if (rank === null) return ok(0)
  const patience = PATIENCE + Math.min(rank, MOST_PATIENCE)
  const untaken = new Map<string, number>()
  const looked: string[] = []
  let failed: Awaited<ReturnType<typeof untakenOf>> | null = null
  for (const member of roster.members) {
    if (member.removed === null) continue
    const known = `${member.device} ${JSON.stringify(member.removed.ends)}`
    const passes = (memory.removals.get(known) ?? 0) + 1
    if (passes < patience) memory.removals.set(known, passes)
    if (passes < patience || passes === Infinity) continue
    const found = await untakenOf(desk, roster, member)
    // What could not be looked at is looked at in the next pass; it keeps no other back.
    if (!found.ok) failed ??= found
    else {
      looked.push(known)
      for (const [writer, from] of found.value) untaken.set(writer, from)
    }
  }
  const carried = await carry(desk, untaken)
  if (!carried.ok) return carried
  for (const known of looked) memory.removals.set(known, Infinity)
  return failed?.ok === false ? failed : carried
}

async function untakenOf(desk: TeamDesk, roster: Roster, member: Member): Step<Untaken> {
  const untaken = new Map<string, number>()
  for (const writer of await writersOf(desk, member)) {
    const signer = { key: member.key, mint: mintOf(member.key, writer) }
    const from = await firstUntaken(desk, roster, writer, signer)
    if (!from.ok) return from
    if (from.value !== null) untaken.set(writer, from.value)
  }
  return ok(untaken)
}

/**
 * Carries what this computer took of others and the team folder has not any more. The computer that wrote it puts it again as a rule [TF16];
 * but one that got an older disk back does not have it, one that was removed puts nothing, and one may be away for months. [TF24]
 */
export async function carryLost(desk: TeamDesk, roster: Roster): Step<number> {
  const { patience, memory } = desk
  const { lost } = memory
  const rank = rankIn(desk, roster)
  if (rank === null) return ok(0)
  let carried = 0
  for (const [writer, from] of lost.since(patience.passes + patience.each * Math.min(rank, MOST_PATIENCE))) {
    const isOthers = ({ key, writers }: Member) => writers.includes(writer) || mintOf(key, writer) !== null
    const done =
      isOwnWriter(desk, roster, writer) || !roster.members.some(isOthers)
        ? ok(0)
        : await carry(desk, new Map([[writer, from]]))
    if (!done.ok) return done
    lost.wasCarried(writer, from)
    carried += done.value
  }
  return ok(carried)
}

/**
 * A writer that nobody answers for writes here: made while a team was being founded, say. Another one goes on, and carries what it wrote. [TF24]
 */
export async function partFromNobody(desk: TeamDesk, roster: Roster): Step<null> {
  const { folder, device, memory } = desk
  if (roster.of(device) === undefined) return ok(null)
  const { writer } = folder
  if (!isOwnWriter(desk, roster, writer)) {
    const forked = await folder.fork()
    if (!forked.ok) return forked.error.type === 'BadChange' ? ok(null) : diskFailed(forked.error)
    memory.partedFrom.add(writer)
  }
  for (const parted of memory.partedFrom) {
    const first = folder.exchange.segments(parted)[0]
    const carried = first === undefined ? ok(0) : await carry(desk, new Map([[parted, first.segment]]))
    if (!carried.ok) return carried
    memory.partedFrom.delete(parted)
  }
  return ok(null)
}

/** All writers of which something is in the data folder. */
export const writersHere = ({ folder }: TeamDesk): readonly string[] => [
  ...new Set(folder.exchange.segments().map(({ writer }) => writer)),
]

/** Those of the data folder's writers that a member answers for. A search for a mint takes milliseconds: others get their turn between. */
export async function writersOf(desk: TeamDesk, { key, writers }: Member): Promise<readonly string[]> {
  const theirs: string[] = []
  for (const writer of writersHere(desk)) {
    if (writers.includes(writer) || mintOf(key, writer) !== null) theirs.push(writer)
    await breathe()
  }
  return theirs
}

/** The first segment of a writer here that the others do not take; all behind it join nothing there. null: they take all. */
async function firstUntaken(
  desk: TeamDesk,
  roster: Roster,
  writer: string,
  known: Signer | null,
): Step<number | null> {
  const listed = await listSegments(desk, writer, 1)
  if (!listed.ok) return carrierFailed(listed.error)
  const here = desk.folder.exchange.segments(writer)
  const there = new Map(listed.value.map((entry) => [`${entry.segment}-${entry.tag}`, entry]))
  const entryOf = ({ segment, chain }: { readonly segment: number; readonly chain: string }) =>
    there.get(`${segment}-${segmentTag(desk, chain)}`)
  const found =
    known === null
      ? await findSigner(
          desk,
          roster,
          writer,
          here.flatMap((one) => entryOf(one) ?? []),
        )
      : ok(known)
  if (!found.ok) return found
  const signer = found.value
  for (const one of here) {
    const isTaken =
      signer !== null &&
      entryOf(one) !== undefined &&
      roster.judge(writer, one.segment, signer.key, signer.mint) === 'taken'
    if (!isTaken) return ok(one.segment)
  }
  return ok(null)
}

/** Whose segments they are, by the first of the containers that opens and that its signer may have written. */
async function findSigner(
  desk: TeamDesk,
  roster: Roster,
  writer: string,
  entries: readonly ListedSegment[],
): Step<Signer | null> {
  for (const { path, segment, size } of entries) {
    const opened = await readContainer(desk, path, { kind: 'segment', writer, segment }, size)
    if (!opened.ok) return carrierFailed(opened.error)
    if (opened.value === null) continue
    const { key, place } = opened.value
    const mint = place.mint ?? null
    if (roster.judge(writer, segment, key, mint) !== 'foreign') return ok({ key, mint })
  }
  return ok(null)
}

/**
 * Carries all changes of these writers from those segments on. What an untaken writer carried for others counts as not carried: nobody gets
 * that, either. Answers how many were not carried before.
 */
export async function carry({ folder }: TeamDesk, untaken: Untaken): Step<number> {
  const { exchange } = folder
  const uncounted = new Set(untaken.keys())
  let carried = 0
  for (const [writer, from] of untaken) {
    if (writer === folder.writer) continue
    for (const { segment } of exchange.segments(writer)) {
      if (segment < from) continue
      const changes = await exchange.changesOf(writer, segment)
      if (!changes.ok) continue
      const done = await exchange.carry(changes.value, uncounted)
      if (!done.ok && done.error.type !== 'BadChange') return diskFailed(done.error)
      if (done.ok) carried += done.value
    }
  }
  return ok(carried)
}
