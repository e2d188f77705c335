import { ok } from '../../../shared/kernel/result'
import { attachmentPath } from '../format/names'
import type { Roster } from '../format/roster'
import { attachmentsNamedBy } from '../../store'
import { rankIn } from './own-writers'
import type { Step } from './steps'
import type { TeamDesk } from './team-desk'
import { writersOf } from './untaken'
import { verifyAttachments } from './verify-contents'

/** Looked at in every so many passes by the computer of the first letter, and ever more rarely by those of later ones. */
const EVERY = 4

/**
 * Looks whether the attachments that a removed computer's segments name still stand in the team folder, those of another segment every time,
 * and puts again what is amiss and is here: nobody else does it any more. Its changes are carried. [TF24]
 */
export async function verifyBehindRemovals(desk: TeamDesk, roster: Roster): Step<null> {
  const { memory, folder, names } = desk
  const rank = rankIn(desk, roster)
  if (rank === null || memory.passes % (EVERY * (rank + 1)) !== 0) return ok(null)
  const segments = new Map<string, { readonly writer: string; readonly segment: number }>()
  for (const member of roster.members) {
    if (member.removed === null) continue
    for (const writer of await writersOf(desk, member))
      for (const { segment } of folder.exchange.segments(writer))
        segments.set(`${writer}/${segment}`, { writer, segment })
  }
  const { verifying, verifyingRemoved } = memory
  const turn = verifyingRemoved.next([...segments.keys()], memory.passes)
  const one = turn === null ? undefined : segments.get(turn)
  if (turn === null || one === undefined) return ok(null)
  verifyingRemoved.checked.add(turn)
  const changes = await folder.exchange.changesOf(one.writer, one.segment)
  if (!changes.ok) return ok(null)
  const here: string[] = []
  for (const hash of attachmentsNamedBy(changes.value))
    if (await folder.exchange.hasAttachment(hash)) here.push(hash)
  const done = await verifyAttachments(desk, here)
  // What was found other than it was put is looked at once more before long.
  if (here.some((hash) => verifying.doubtful.has(attachmentPath(names.contentName(hash)))))
    verifyingRemoved.doubtful.add(turn)
  else verifyingRemoved.doubtful.delete(turn)
  return done
}
