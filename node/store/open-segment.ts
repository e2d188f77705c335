import { dirname } from 'node:path'
import { err, ok } from '../../shared/kernel/result'
import { FORMAT, SEGMENT_AGE_MS, SEGMENT_BYTES, type Cursor } from '../../shared/store'
import {
  encodeClosing,
  encodeHeader,
  type EndedSegment,
  type SegmentHeader,
} from '../../shared/store/segment'
import type { AppendHandle, FilePort, FileResult } from './file-port'
import type { SegmentSpan } from './history'
import { makeLastingDir, writeFlushed } from './write-file'
import { segmentFile, TEMPORARY, under, WRITERS } from './layout'
import { sha256 } from './native-sha256'

/** A writer's segment that can still grow. */
export interface OpenSegment {
  readonly segment: number
  readonly path: string
  readonly created: number
  /** Bytes and frames that are flushed and acknowledged. */
  readonly bytes: number
  readonly frames: number
}

/** The open end of a span, or null when nothing may be appended behind it. */
export function growable(folder: string, span: SegmentSpan): OpenSegment | null {
  if (span.closed || span.torn || !span.headed) return null
  const { segment, created, frames } = span
  return { segment, path: under(folder, span.file), created, bytes: span.whole, frames }
}

export const isFull = (open: OpenSegment, now: number): boolean =>
  open.bytes >= SEGMENT_BYTES || now - open.created > SEGMENT_AGE_MS

/**
 * Writes behind what stands and flushes; `readied`: what is waited for before. `Exists`: the file is longer than it should be, so
 * someone else writes it.
 */
export async function appendFlushed(
  handle: AppendHandle,
  open: OpenSegment,
  bytes: Uint8Array,
  readied?: Promise<void>,
): FileResult<null> {
  const [size] = await Promise.all([handle.size(), readied])
  if (!size.ok) return size
  if (size.value !== open.bytes) return err({ type: 'Exists', path: open.path })
  const written = await handle.append(bytes)
  return written.ok ? handle.flush() : written
}

/** Writes the closing frame behind a segment. When this fails the next segment says where this one ended. */
export async function closeSegment(
  files: FilePort,
  handle: AppendHandle,
  open: OpenSegment,
  end: Cursor,
): FileResult<number> {
  const before = await files.read(open.path)
  if (!before.ok) return before
  const closing = encodeClosing(end, before.value, open.frames, sha256)
  const written = await appendFlushed(handle, open, closing)
  return written.ok ? ok(open.bytes + closing.length) : written
}

export interface NewSegment {
  readonly folder: string
  readonly folderId: string
  readonly end: Cursor
  readonly segment: number
  readonly torn: readonly EndedSegment[]
  readonly now: number
  readonly isFirst: boolean
  /** Version of this program. */
  readonly program: string
}

/** How far making a segment came: `named` once it may stand under its name, so that the number is spent. */
export type MadeSegment =
  { readonly made: OpenSegment } | { readonly failed: Awaited<FileResult<never>>; readonly named: boolean }

/**
 * Makes the next segment with its first changes. It gets its name only when it is flushed, so a segment's header is
 * always whole.
 */
export async function makeSegment(
  files: FilePort,
  options: NewSegment,
  frames: readonly Uint8Array[],
): Promise<MadeSegment> {
  const { folder, folderId, end, segment, torn, now, isFirst, program } = options
  const header: SegmentHeader = {
    format: FORMAT,
    folder: folderId,
    writer: end.writer,
    segment,
    previous: { seq: end.seq, chain: end.chain },
    reason: torn.length > 0 ? 'afterTorn' : isFirst ? 'first' : 'rotated',
    torn,
    created: now,
    program,
  }
  const bytes = joined([encodeHeader(header, sha256), ...frames])
  const path = under(folder, segmentFile(end.writer, segment))
  const dir = dirname(path)
  const failed = (result: Awaited<FileResult<unknown>>, named: boolean): MadeSegment => ({
    failed: result.ok ? err({ type: 'Exists', path }) : result,
    named,
  })
  if (isFirst) {
    for (const made of [under(folder, WRITERS), dir]) {
      const lasting = await makeLastingDir(files, made)
      if (!lasting.ok) return failed(lasting, false)
    }
  }
  const taken = await files.stat(path)
  if (taken.ok || taken.error.type !== 'NotFound') return failed(taken, false)
  const written = await writeFlushed(files, path + TEMPORARY, bytes)
  if (!written.ok) {
    await files.remove(path + TEMPORARY)
    return failed(written, false)
  }
  const named = await files.rename(path + TEMPORARY, path)
  const lasting = named.ok ? await files.flushDir(dir) : named
  if (!lasting.ok) return failed(lasting, true)
  return { made: { segment, path, created: now, bytes: bytes.length, frames: frames.length + 1 } }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
