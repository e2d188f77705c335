import { ok } from '../../../shared/kernel/result'
import type { LocalSegment } from '../../store'
import { encodeContainer, mostFile, openContainer } from '../format/container'
import { mintOf } from '../format/identity'
import { segmentPath } from '../format/names'
import type { Roster } from '../format/roster'
import { segmentTag } from './listing'
import { ownWriters } from './own-writers'
import { carrierFailed, isHanging, type Step } from './steps'
import type { TeamDesk } from './team-desk'
import { carry } from './untaken'
import type { Verifying } from './verifying'
import { verifyAttachments } from './verify-contents'

/**
 * Reads one of this computer's published segments again, another at every pass, the newest first: what was put last is most likely
 * on its way or cut. What the carrier changed is put again when a second look finds the same: the first may have met it
 * half way. One that hangs is left for later. [TF16]
 */
export async function verifyOnePublished(desk: TeamDesk, roster: Roster): Step<null> {
  const { folder, memory, pair } = desk
  const { verifying, passes } = memory
  const sent = publishedSegments(desk, roster)
  const path = verifying.next([...sent.keys()], passes)
  const one = path === null ? undefined : sent.get(path)
  if (path === null || one === undefined) return ok(null)
  const found = await readAgain(desk, verifying, path, one, (key) => key === pair.key)
  if (!found.ok) return found
  switch (found.value.is) {
    case 'right':
      return verifyAttachments(desk, folder.exchange.attachmentsIn(one.writer, found.value.body))
    case 'wrong':
      return one.ended ? putAgain(desk, path, one) : carryUnended(desk, one)
    case 'gone':
      // The next publishing finds that it is not listed, and puts it.
      memory.published.delete(path)
      return ok(null)
    case 'unsure':
      return ok(null)
  }
}

/** How a published segment was found; unsure: it hangs, or a second look has to decide. */
export type Found =
  { readonly is: 'right'; readonly body: Uint8Array } | { readonly is: 'wrong' | 'gone' | 'unsure' }

/**
 * Reads a segment in the team folder and compares it with the one that is here. That it is wrong is only said when a second look finds it so,
 * too: the first may have met it half way. `isSigner`: whether who signed it may have written it, with what mint.
 */
export async function readAgain(
  { carrier, keys, sealing, folder, memory: { passes } }: TeamDesk,
  verifying: Verifying,
  path: string,
  { writer, segment, chain }: LocalSegment,
  isSigner: (key: string, mint: number | null) => boolean,
): Step<Found> {
  const bytes = await carrier.read(path, mostFile('segment'))
  if (!bytes.ok && isHanging(bytes.error)) {
    verifying.putOff(path, passes)
    return ok({ is: 'unsure' })
  }
  if (!bytes.ok && bytes.error.type === 'Unreachable') return carrierFailed(bytes.error)
  verifying.checked.add(path)
  const isDoubtful = verifying.doubtful.delete(path)
  if (!bytes.ok && bytes.error.type === 'NotFound') return ok({ is: 'gone' })
  const place = { kind: 'segment', writer, segment } as const
  const opened = bytes.ok
    ? await openContainer(bytes.value, place, { team: keys.team, secret: sealing.secret })
    : bytes
  if (opened.ok && folder.exchange.chainOf(opened.value.body) === chain) {
    const { key, place: said, body } = opened.value
    if (isSigner(key, said.mint ?? null)) return ok({ is: 'right', body })
  }
  if (isDoubtful) return ok({ is: 'wrong' })
  verifying.doubtful.add(path)
  return ok({ is: 'unsure' })
}

/** This computer's segments that are in the team folder, by path: the present writer's before those of former ones, the newest first. */
function publishedSegments(desk: TeamDesk, roster: Roster): ReadonlyMap<string, LocalSegment> {
  const { folder, memory } = desk
  const writers = [...ownWriters(desk, roster)].sort(
    (a, b) => Number(b === folder.writer) - Number(a === folder.writer),
  )
  const segments = writers.flatMap((writer) => [...folder.exchange.segments(writer)].reverse())
  return new Map(
    segments
      .map((one) => [segmentPath(one.writer, one.segment, segmentTag(desk, one.chain)), one] as const)
      .filter(([path]) => memory.published.has(path)),
  )
}

/** An older disk has it as it was before it was closed: what would be put has not the bytes that the others took. [TF18] */
async function carryUnended(desk: TeamDesk, { writer, segment }: LocalSegment): Step<null> {
  const carried = await carry(desk, new Map([[writer, segment]]))
  return carried.ok ? ok(null) : carried
}

async function putAgain(desk: TeamDesk, path: string, { writer, segment }: LocalSegment): Step<null> {
  const { folder, memory, carrier, sealing, pair } = desk
  const plain = await folder.exchange.bytesOf(writer, segment)
  if (!plain.ok) return ok(null)
  const place = { kind: 'segment', writer, segment, mint: mintOf(pair.key, writer) } as const
  const put = await carrier.putAgain(path, await encodeContainer(place, plain.value, sealing))
  // It is read once more before long, whatever became of it.
  memory.verifying.checked.delete(path)
  if (put.ok) return ok(null)
  if (!isHanging(put.error)) return carrierFailed(put.error)
  memory.verifying.putOff(path, memory.passes)
  return ok(null)
}
