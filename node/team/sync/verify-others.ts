import { ok } from '../../../shared/kernel/result'
import type { LocalSegment } from '../../store'
import { attachmentPath, segmentPath } from '../format/names'
import type { Member, Roster } from '../format/roster'
import { segmentTag } from './listing'
import { rankIn } from './own-writers'
import type { Step } from './steps'
import type { TeamDesk } from './team-desk'
import { carry, writersOf } from './untaken'
import { verifyAttachments } from './verify-contents'
import { readAgain } from './verify-published'

/** Looked at in every so many passes by the computer of the first letter, and ever more rarely by those of later ones. */
const EVERY = 4
/** Milliseconds without a note, after which a computer may never come back: three weeks. */
const AWAY = 21 * 24 * 60 * 60 * 1000

/**
 * Reads again what others wrote and may not look after any more, another segment every time: of computers that were removed or are away for
 * weeks, and of those that write under several names, as one that got an older disk back does. What the carrier spoilt of a segment is carried; attachments that
 * it names, and that are here, are put again. [TF24]
 */
export async function verifyOthers(desk: TeamDesk, roster: Roster): Step<null> {
  const { memory, folder } = desk
  const rank = rankIn(desk, roster)
  if (rank === null || memory.passes % (EVERY * (rank + 1)) !== 0) return ok(null)
  const { verifyingOthers: verifying, passes } = memory
  const segments = await segmentsOfOthers(desk, roster)
  const path = verifying.next([...segments.keys()], passes)
  const one = path === null ? undefined : segments.get(path)
  if (path === null || one === undefined) return ok(null)
  const { writer, segment } = one
  // What the others do not take because it is behind a removal is carried for that.
  const isSigner = (key: string, mint: number | null) =>
    ['taken', 'removed'].includes(roster.judge(writer, segment, key, mint))
  const found = await readAgain(desk, verifying, path, one, isSigner)
  if (!found.ok) return found
  switch (found.value.is) {
    case 'right':
      return verifyAttachmentsIn(desk, path, folder.exchange.attachmentsIn(writer, found.value.body))
    case 'wrong': {
      const carried = await carry(desk, new Map([[writer, segment]]))
      return carried.ok ? ok(null) : carried
    }
    // What is gone is carried when it stays so; its attachments are looked after with that.
    case 'gone':
    case 'unsure':
      return ok(null)
  }
}

/** Segments here of computers that may not look after them, by path. */
async function segmentsOfOthers(desk: TeamDesk, roster: Roster): Promise<ReadonlyMap<string, LocalSegment>> {
  const segments = new Map<string, LocalSegment>()
  for (const member of roster.members) {
    if (member.device === desk.device) continue
    for (const writer of await forsaken(desk, member))
      for (const one of desk.folder.exchange.segments(writer))
        segments.set(segmentPath(writer, one.segment, segmentTag(desk, one.chain)), one)
  }
  return segments
}

async function forsaken(desk: TeamDesk, member: Member): Promise<readonly string[]> {
  const writers = await writersOf(desk, member)
  const last = desk.memory.seen.notes.get(member.device)?.note.at ?? Infinity
  const isAway = desk.clock.now() - last > AWAY
  return member.removed !== null || isAway || writers.length > 1 ? writers : []
}

async function verifyAttachmentsIn(desk: TeamDesk, path: string, hashes: readonly string[]): Step<null> {
  const { folder, memory, names } = desk
  const { verifying, verifyingOthers } = memory
  const here: string[] = []
  for (const hash of hashes) if (await folder.exchange.hasAttachment(hash)) here.push(hash)
  const done = await verifyAttachments(desk, here)
  // What was found other than it was put is looked at once more before long.
  if (here.some((hash) => verifying.doubtful.has(attachmentPath(names.contentName(hash)))))
    verifyingOthers.doubtful.add(path)
  return done
}
