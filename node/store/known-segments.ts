import { createHash } from 'node:crypto'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import { compareHlc, type Hlc } from '../../shared/store'
import { decodeFrame, FRAME_TYPE, type FoundFrame } from '../../shared/store/frame'
import { parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import type { EndedSegment, SegmentHeader, SegmentScan } from '../../shared/store/segment'
import type { FilePort } from './file-port'
import type { WriterHistory } from './history'
import { attachmentsInFrames } from './named-attachments'
import { sha256 } from './native-sha256'
import { readIfThere, writeWhole } from './write-file'

/**
 * What the last whole reading of a closed segment said, remembered on this computer so that opening a large folder need
 * not read what is never touched again. Never the truth: of a writer's remembered segments that follow one another the last
 * is looked at, whose chain proves the others, and all their bytes are read after the opening. [ST42]
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
  readonly segment: number
  /** The chain before its first change. */
  readonly previous: string
  readonly first: number
  readonly last: number
  readonly chain: string
  /** What its header says of earlier ones, and when it was begun. */
  readonly torn: readonly EndedSegment[]
  readonly created: number
  readonly frames: number
  /** Clock of the last change. */
  readonly hlc: Hlc
  /** Content hashes of the attachments that its changes name, in order. */
  readonly named: readonly string[]
}

export type KnownSegments = ReadonlyMap<string, KnownSegment>

const VERSION = 3

/**
 * What is remembered; nothing when the file is missing, damaged or of another version or folder. Its first line says what it is, with the
 * SHA-256 of the bytes behind it: megabytes are neither put in order nor read before that holds.
 */
export async function recallSegments(files: FilePort, path: string, folder: string): Promise<KnownSegments> {
  const read = await readIfThere(files, path)
  if (!read.ok || read.value === null) return new Map()
  const end = read.value.indexOf(LF)
  const head = parsePayload(read.value.subarray(0, Math.max(0, end)))
  const body = read.value.subarray(end + 1)
  if (!isObject(head) || head.version !== VERSION || head.folder !== folder || head.sha256 !== hashOf(body))
    return new Map()
  const segments = JSON.parse(new TextDecoder().decode(body)) as readonly KnownSegment[]
  return new Map(segments.map((known) => [known.file, known]))
}

/** Best effort: what cannot be remembered is read again. */
export async function rememberSegments(
  files: FilePort,
  path: string,
  folder: string,
  known: KnownSegments,
): Promise<void> {
  const body = Buffer.from(JSON.stringify([...known.values()]), 'utf8')
  const head = Buffer.from(`${canonicalJson({ folder, sha256: hashOf(body), version: VERSION })}\n`, 'utf8')
  await writeWhole(files, path, Buffer.concat([head, body]))
}

const LF = 0x0a

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

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
    segment: header.segment,
    previous: header.previous.chain,
    torn: header.torn,
    created: header.created,
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
export function takeKnown(history: WriterHistory, known: KnownSegment): void {
  history.skipTo({ writer: history.writer, seq: known.last, chain: known.chain })
  if (compareHlc(known.hlc, history.hlc) > 0) history.hlc = known.hlc
  history.putSpan({
    file: known.file,
    segment: known.segment,
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
    created: known.created,
  })
}

/**
 * The remembered segments with which a writer's files begin, each joined to the one before; none where a later one says that an earlier
 * one ended elsewhere. `segments`: the numbers that are there, in order.
 */
export function rememberedRun(
  known: KnownSegments,
  segments: readonly number[],
  fileOf: (segment: number) => string,
  start: string,
): readonly KnownSegment[] {
  const run: KnownSegment[] = []
  for (const segment of segments) {
    const next = known.get(fileOf(segment))
    const before = run.at(-1)
    if (next?.segment !== segment || next.torn.length > 0) break
    if (next.first !== (before?.last ?? 0) + 1 || next.previous !== (before?.chain ?? start)) break
    run.push(next)
  }
  return run
}

/** Bytes that are read and hashed at once: a few milliseconds. */
const PIECE = 1024 * 1024

/** Whether a file has exactly the bytes that were read. `read`: hears how many bytes were, between two pieces. */
export async function bytesHold(
  files: FilePort,
  path: string,
  known: KnownSegment,
  heard: (bytes: number) => Promise<void>,
): Promise<boolean> {
  const hash = createHash('sha256')
  const end: Uint8Array[] = []
  for (let at = 0; at <= known.size;) {
    // One byte more than there was shows whether it grew.
    const asked = Math.min(PIECE, known.size + 1 - at)
    const read = await files.readRange(path, at, asked)
    if (!read.ok) return false
    const bytes = read.value
    const counted = Math.max(0, Math.min(bytes.length, known.closingAt - at))
    hash.update(bytes.subarray(0, counted))
    end.push(bytes.subarray(counted))
    at += bytes.length
    await heard(bytes.length)
    if (bytes.length < asked) {
      if (at !== known.size) return false
      break
    }
    if (at > known.size) return false
  }
  const closing = decodeFrame(Buffer.concat(end), 0, sha256)
  return (
    hash.digest('hex') === known.sha256 && closing?.hash === known.closing && closing.chain === known.chain
  )
}
