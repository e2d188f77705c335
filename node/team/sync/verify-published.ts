import { ok } from '../../../shared/kernel/result'
import { encodeContainer, mostFile, openContainer } from '../format/container'
import { mintOf } from '../format/identity'
import { segmentPath } from '../format/names'
import type { Roster } from '../format/roster'
import { attachmentsIn } from './attachment-names'
import { segmentTag } from './listing'
import { ownWriters } from './own-writers'
import { carrierFailed, type Step } from './steps'
import type { TeamDesk } from './team-desk'
import { verifyAttachments } from './verify-contents'

/**
 * Reads one of this computer's published segments again, another at every pass. What the carrier changed is put again when a
 * second look finds the same: the first may have met it half way. [TF16]
 */
export async function verifyOnePublished(desk: TeamDesk, roster: Roster): Step<null> {
  const { folder, memory, carrier, keys, sealing, pair } = desk
  const sent = ownWriters(desk, roster)
    .flatMap((writer) => folder.exchange.segments(writer))
    .map((segment) => ({ ...segment, tag: segmentTag(desk, segment.chain) }))
    .filter(({ writer, segment, tag }) => memory.published.has(segmentPath(writer, segment, tag)))
  const doubtful = sent.find(({ writer, segment, tag }) =>
    memory.doubtful.has(segmentPath(writer, segment, tag)),
  )
  const one = doubtful ?? sent[memory.turn++ % Math.max(1, sent.length)]
  if (one === undefined) return ok(null)
  const { writer, segment, tag, chain } = one
  const path = segmentPath(writer, segment, tag)
  const bytes = await carrier.read(path, mostFile('segment'))
  if (!bytes.ok && bytes.error.type === 'Unreachable') return carrierFailed(bytes.error)
  const opened = bytes.ok
    ? await openContainer(
        bytes.value,
        { kind: 'segment', writer, segment },
        { team: keys.team, secret: sealing.secret },
      )
    : bytes
  const isRight =
    opened.ok && opened.value.key === pair.key && folder.exchange.chainOf(opened.value.body) === chain
  if (isRight) {
    memory.doubtful.delete(path)
    return verifyAttachments(desk, [...attachmentsIn(folder.exchange.changesIn(writer, opened.value.body))])
  }
  if (!bytes.ok && bytes.error.type === 'NotFound') {
    // Gone: the next publishing finds that it is not listed, and puts it.
    memory.published.delete(path)
    return ok(null)
  }
  if (doubtful === undefined) {
    memory.doubtful.add(path)
    return ok(null)
  }
  memory.doubtful.delete(path)
  const plain = await folder.exchange.bytesOf(writer, segment)
  if (!plain.ok) return ok(null)
  const place = { kind: 'segment', writer, segment, mint: mintOf(pair.key, writer) } as const
  const put = await carrier.putAgain(path, await encodeContainer(place, plain.value, sealing))
  return put.ok ? ok(null) : carrierFailed(put.error)
}
