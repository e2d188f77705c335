import { canonicalJson, type Json } from '../kernel/canonical-json'
import { toHex } from '../kernel/bytes'
import type { Sha256 } from '../kernel/sha256'
import type { Cursor } from './change'
import { isWriterId } from './dot'
import {
  decodeFrame,
  encodeFrame,
  findFrame,
  FRAME_FLAG,
  FRAME_TYPE,
  isNumbered,
  type FoundFrame,
  type Frame,
} from './frame'
import { FORMAT } from './limits'
import { parsePayload } from './payload'
import { isObject } from './read-edit'

/** A file of the same writer that ended in a failure: nothing from byte `bytes` on counts. [ST18] */
export interface EndedSegment {
  readonly segment: number
  readonly bytes: number
}

/** What the first frame of a segment says. [ST17] */
export interface SegmentHeader {
  readonly format: number
  readonly folder: string
  readonly writer: string
  readonly segment: number
  /** The chain and sequence before the segment's first change. */
  readonly previous: { readonly seq: number; readonly chain: string }
  /** Why it was begun: the writer's first, after one that was closed, or after one that ended in a failure. */
  readonly reason: 'first' | 'rotated' | 'afterTorn'
  readonly torn: readonly EndedSegment[]
  /** Milliseconds since 1970 by the writer's clock. */
  readonly created: number
  /** Version of the program that began it: for people, never for deciding. */
  readonly program: string
}

/** What was found in the bytes of one segment. Every byte belongs to a frame, to a damaged part or to the tail. */
export interface SegmentScan {
  /** Null when the header frame is damaged or says nothing that can be read. */
  readonly header: SegmentHeader | null
  /** The frames that count in the sequence, in file order. */
  readonly frames: readonly FoundFrame[]
  /** All whole frames, the header and unknown ones among them. */
  readonly count: number
  readonly closed: boolean
  readonly damaged: readonly ByteRange[]
  /** Bytes after the last whole frame (or whole group of frames) of a file that was not closed; null when none. */
  readonly tail: ByteRange | null
  /** Length of what counts, in bytes. */
  readonly whole: number
}

export interface ByteRange {
  readonly offset: number
  readonly bytes: number
}

function unnumberedFrame(
  type: number,
  at: Pick<Cursor, 'seq' | 'chain'>,
  json: Json,
  sha256: Sha256,
): Uint8Array {
  const payload = new TextEncoder().encode(canonicalJson(json))
  return encodeFrame({ type, flags: 0, seq: at.seq, hash: toHex(sha256(payload)), chain: at.chain, payload })
}

/** The bytes of a header frame. */
export function encodeHeader(header: SegmentHeader, sha256: Sha256): Uint8Array {
  return unnumberedFrame(FRAME_TYPE.header, header.previous, header as unknown as Json, sha256)
}

/** The bytes of a closing frame behind `before`, the whole file so far, whose last change is `end`. [ST19] */
export function encodeClosing(
  end: Pick<Cursor, 'seq' | 'chain'>,
  before: Uint8Array,
  frames: number,
  sha256: Sha256,
) {
  const json: Json = { bytes: before.length, frames, sha256: toHex(sha256(before)) }
  return unnumberedFrame(FRAME_TYPE.closing, end, json, sha256)
}

/** Reads a segment, whatever its bytes are. `limit`: where a later segment says that this one ends. [ST18] */
export function scanSegment(file: Uint8Array, sha256: Sha256, limit = file.length): SegmentScan {
  const bytes = file.subarray(0, limit)
  const all: FoundFrame[] = []
  const damaged: ByteRange[] = []
  let at = 0
  while (at < bytes.length) {
    const frame = decodeFrame(bytes, at, sha256) ?? findFrame(bytes, at + 1, sha256)
    if (frame === null) break
    if (frame.offset > at) damaged.push({ offset: at, bytes: frame.offset - at })
    all.push(frame)
    at = frame.end
    if (frame.type === FRAME_TYPE.closing) break
  }
  const first = all[0]
  const last = all.at(-1)
  const header = first?.type === FRAME_TYPE.header && first.offset === 0 ? readHeader(first) : null
  const closed = last?.type === FRAME_TYPE.closing
  if (closed && damaged.length === 0 && !closingHolds(last, bytes, all.length - 1, sha256)) {
    damaged.push({ offset: last.offset, bytes: last.end - last.offset })
  }
  if (closed && at < bytes.length) damaged.push({ offset: at, bytes: bytes.length - at })
  const whole = closed || limit < file.length ? at : beforeOpenGroup(all, at)
  const frames = all.filter((frame) => isNumbered(frame) && frame.end <= whole)
  const rest = closed ? 0 : bytes.length - whole
  const count = all.filter((frame) => frame.end <= whole).length
  return {
    header,
    frames,
    count,
    closed,
    damaged,
    tail: rest > 0 ? { offset: whole, bytes: rest } : null,
    whole,
  }
}

/** Where the last append ends that is all there: a group without its last frame is as torn as a half frame. [ST8] */
function beforeOpenGroup(frames: readonly FoundFrame[], end: number): number {
  let whole = end
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i]
    if (frame?.end !== whole || (frame.flags & FRAME_FLAG.more) === 0) break
    whole = frame.offset
  }
  return whole
}

function closingHolds(
  closing: Frame & FoundFrame,
  bytes: Uint8Array,
  frames: number,
  sha256: Sha256,
): boolean {
  const json = parsePayload(closing.payload)
  if (!isObject(json)) return false
  const before = bytes.subarray(0, closing.offset)
  return json.bytes === before.length && json.frames === frames && json.sha256 === toHex(sha256(before))
}

/** The header at the very start of a file, or null. */
export function decodeHeaderAt(file: Uint8Array, sha256: Sha256): SegmentHeader | null {
  const frame = decodeFrame(file, 0, sha256)
  return frame?.type === FRAME_TYPE.header ? readHeader(frame) : null
}

/** The header that a frame holds, or null when it cannot be read. Of a newer format only the first members are sure. */
function readHeader(frame: FoundFrame): SegmentHeader | null {
  const json = parsePayload(frame.payload)
  if (!isObject(json)) return null
  const { format, folder, writer, segment, previous, reason, torn, created, program } = json
  if (!isCount(format) || typeof folder !== 'string' || !isWriterId(writer) || !isCount(segment)) return null
  const newer = format > FORMAT
  const after = isObject(previous) && isCount(previous.seq) && isChain(previous.chain) ? previous : null
  const known = reason === 'first' || reason === 'rotated' || reason === 'afterTorn' ? reason : null
  const ended =
    Array.isArray(torn) && torn.every(isEnded) ? (torn as unknown as readonly EndedSegment[]) : null
  if (!newer && (after === null || known === null || ended === null || !isCount(created))) return null
  return {
    format,
    folder,
    writer,
    segment,
    previous: { seq: Number(after?.seq ?? 0), chain: typeof after?.chain === 'string' ? after.chain : '' },
    reason: known ?? 'rotated',
    torn: ended ?? [],
    created: isCount(created) ? created : 0,
    program: typeof program === 'string' ? program : '',
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const isChain = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

const isEnded = (value: unknown): boolean => isObject(value) && isCount(value.segment) && isCount(value.bytes)
