import { createHash } from 'node:crypto'
import type { Json } from '../../shared/kernel/canonical-json'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import { compareHlc, type Hlc } from '../../shared/store'
import { decodeFrame, FRAME_TYPE, type FoundFrame } from '../../shared/store/frame'
import { parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import type { SegmentHeader, SegmentScan } from '../../shared/store/segment'
import type { FilePort } from './file-port'
import type { WriterHistory } from './history'
import { attachmentsInFrames } from './named-attachments'
import { sha256 } from './native-sha256'
import { readIfThere, writeWhole } from './write-file'

/**
 * What the last whole reading of a closed segment said, remembered on this computer so that opening a large folder need
 * not read what is never touched again. Never the truth: it counts only while length, header, closing frame and the join
 * to the segment before are what they were, and the bytes themselves are read after the opening. [ST42]
 */
export interface KnownSegment {
  readonly file: string
  readonly size: number
  /** Where the closing frame stands; the SHA-256 of its payload, and of all bytes before it. */
  readonly closingAt: number
  readonly closing: string
  readonly sha256: string
  /** SHA-256 of the header's payload. */
  readonly header: string
  readonly first: number
  readonly last: number
  readonly chain: string
  readonly frames: number
  /** Clock of the last change. */
  readonly hlc: Hlc
  /** Content hashes of the attachments that its changes name, in order. */
  readonly named: readonly string[]
}

export type KnownSegments = ReadonlyMap<string, KnownSegment>

const VERSION = 2

/** What is remembered; nothing when the file is missing, damaged or of another version or folder. */
export async function recallSegments(files: FilePort, path: string, folder: string): Promise<KnownSegments> {
  const read = await readIfThere(files, path)
  const json = read.ok && read.value !== null ? parsePayload(read.value) : undefined
  if (!isObject(json) || json.version !== VERSION || json.folder !== folder) return new Map()
  const { segments, sha256: stated } = json
  if (!Array.isArray(segments) || stated !== hashOf(segments as Json)) return new Map()
  return new Map((segments as unknown as readonly KnownSegment[]).map((known) => [known.file, known]))
}

/** Best effort: what cannot be remembered is read again. */
export async function rememberSegments(
  files: FilePort,
  path: string,
  folder: string,
  known: KnownSegments,
): Promise<void> {
  const segments = [...known.values()] as unknown as Json
  const json: Json = { folder, segments, sha256: hashOf(segments), version: VERSION }
  await writeWhole(files, path, new TextEncoder().encode(canonicalJson(json)))
}

const hashOf = (json: Json): string => createHash('sha256').update(canonicalJson(json)).digest('hex')

/** A segment that may be remembered: closed, whole, joined to what stands before it, and with plain changes only. */
export function knownFrom(
  file: string,
  bytes: Uint8Array,
  found: SegmentScan,
  before: WriterHistory['end'],
  hlc: Hlc,
): KnownSegment | null {
  const { header, frames, closed, damaged, tail, whole } = found
  const [first, last] = [frames[0], frames.at(-1)]
  const start = decodeFrame(bytes, 0, sha256)
  if (!header || !start || !first || !last || !closed || damaged.length > 0 || tail !== null) return null
  if (whole !== bytes.length || frames.some(({ type }) => type !== FRAME_TYPE.change)) return null
  if (header.previous.seq !== before.seq || header.previous.chain !== before.chain) return null
  const closing = decodeFrame(bytes, last.end, sha256)
  const states = closing && statesOf(closing)
  if (!closing || !states || closing.end !== bytes.length) return null
  return {
    file,
    size: bytes.length,
    closingAt: closing.offset,
    closing: closing.hash,
    sha256: states.sha256,
    header: start.hash,
    first: first.seq,
    last: last.seq,
    chain: last.chain,
    frames: found.count,
    hlc,
    named: attachmentsInFrames(frames, before.writer),
  }
}

function statesOf(closing: FoundFrame): { readonly sha256: string } | null {
  const json = closing.type === FRAME_TYPE.closing ? parsePayload(closing.payload) : undefined
  return isObject(json) && typeof json.sha256 === 'string' ? { sha256: json.sha256 } : null
}

/** Whether a file still begins, ends and joins as it did when it was read. `head`: its first bytes. */
export async function stillHolds(
  files: FilePort,
  path: string,
  known: KnownSegment,
  head: { readonly frame: FoundFrame; readonly header: SegmentHeader },
  before: WriterHistory['end'],
): Promise<boolean> {
  const { frame, header } = head
  if (frame.hash !== known.header || known.first !== before.seq + 1) return false
  if (header.previous.seq !== before.seq || header.previous.chain !== before.chain) return false
  const stat = await files.stat(path)
  if (!stat.ok || stat.value.size !== known.size) return false
  const read = await files.readRange(path, known.closingAt, known.size - known.closingAt + 1)
  if (!read.ok || read.value.length !== known.size - known.closingAt) return false
  const closing = decodeFrame(read.value, 0, sha256)
  return (
    closing?.type === FRAME_TYPE.closing &&
    closing.hash === known.closing &&
    closing.end === read.value.length &&
    closing.seq === known.last &&
    closing.chain === known.chain
  )
}

/** Takes a remembered segment into its writer's history, as reading it would. */
export function takeKnown(history: WriterHistory, known: KnownSegment, header: SegmentHeader): void {
  history.skipTo({ writer: history.writer, seq: known.last, chain: known.chain })
  if (compareHlc(known.hlc, history.hlc) > 0) history.hlc = known.hlc
  history.putSpan({
    file: known.file,
    segment: header.segment,
    first: known.first,
    last: known.last,
    chain: known.chain,
    whole: known.size,
    closed: true,
    torn: false,
    frames: known.frames,
    headed: true,
    damaged: false,
    named: known.named,
    created: header.created,
  })
}

/** Bytes that are read and hashed at once: a few milliseconds. */
const PIECE = 1024 * 1024

/** Whether the bytes before the closing frame are still those that were read. `rest`: between two pieces. */
export async function bytesHold(
  files: FilePort,
  path: string,
  known: KnownSegment,
  rest: () => Promise<void>,
): Promise<boolean> {
  const hash = createHash('sha256')
  for (let at = 0; at < known.closingAt; at += PIECE) {
    const length = Math.min(PIECE, known.closingAt - at)
    const read = await files.readRange(path, at, length)
    if (!read.ok || read.value.length !== length) return false
    hash.update(read.value)
    await rest()
  }
  return hash.digest('hex') === known.sha256
}
