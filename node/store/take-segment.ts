import type { FileFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import { chainNext, compareHlc, FORMAT, type Hlc } from '../../shared/store'
import { decodeFrame, FRAME_TYPE } from '../../shared/store/frame'
import { readFrameChange } from '../../shared/store/payload'
import { scanSegment, type SegmentHeader, type SegmentScan } from '../../shared/store/segment'
import type { FilePort } from './file-port'
import { WriterHistory, type SegmentSpan } from './history'
import type { Journal } from './journal'
import { knownFrom } from './known-segments'
import { segmentFile, under, WRITERS } from './layout'
import { sha256 } from './native-sha256'
import type { JournalReader } from './reader'
import { rescanWriter, takeFrames, type JournalScan, type KeepAside } from './scan-folder'
import { scanOnce } from './scan-once'
import { makeLastingDir, readIfThere, writeWhole } from './write-file'

/** An open data folder from the inside. */
export interface FolderInside {
  readonly files: FilePort
  readonly folder: string
  /** The folder's id. */
  readonly id: string
  readonly scan: JournalScan
  readonly reader: JournalReader
  readonly journal: Journal
  readonly keepAside: KeepAside
}

/** What became of a segment that came. */
export type Taken =
  /** It is in the data folder now, flushed. `latest`: the latest clock in it. */
  | { readonly outcome: 'taken'; readonly changes: number; readonly latest: Hlc }
  /** It was there already. */
  | { readonly outcome: 'there' }
  /** It does not join what is here: something before it has not come yet. */
  | {
      readonly outcome: 'waits'
      /** The chain that it joins. */
      readonly previous: string
    }
  /** What stands here under its name, or before it, is another history. */
  | { readonly outcome: 'parted' }
  /** It is no segment of this writer and number, or a damaged one. */
  | { readonly outcome: 'malformed' }
  | { readonly outcome: 'newer' }

/** Takes a whole segment into the data folder, under its own name, if it joins what is there. [TF17] [TF18] [ST45] */
export async function takeSegment(
  inside: FolderInside,
  writer: string,
  segment: number,
  bytes: Uint8Array,
): Promise<Result<Taken, FileFailure>> {
  const found = scanOnce(bytes)
  const { header } = found
  if (header !== null && header.format > FORMAT) return ok({ outcome: 'newer' })
  if (header === null || !isSound(inside, found, header, writer, segment, bytes)) {
    return ok({ outcome: 'malformed' })
  }
  // What stands here is looked up in the same turn in which it is written: reading everything anew may come in between.
  return inside.journal.between(() => place({ inside, writer, segment, bytes, found, header }))
}

/** A segment that came, judged by itself. */
interface Came {
  readonly inside: FolderInside
  readonly writer: string
  readonly segment: number
  readonly bytes: Uint8Array
  readonly found: SegmentScan
  readonly header: SegmentHeader
}

async function place(came: Came): Promise<Result<Taken, FileFailure>> {
  const { inside, writer, segment, header } = came
  const { scan, journal } = inside
  const history = scan.histories.get(writer) ?? new WriterHistory(writer)
  const here = history.spans.find((span) => span.segment === segment)
  if (here !== undefined) return compareWithHere(came, history, here)
  const { seq, chain } = header.previous
  if (writer === journal.writer) return ok({ outcome: 'parted' })
  if (seq === history.end.seq && chain === history.end.chain) return put(came, history)
  if (fillsGap(came, history, seq, chain)) return putWhole(came)
  return seq > history.end.seq ? ok({ outcome: 'waits', previous: chain }) : ok({ outcome: 'parted' })
}

/** Whether the bytes are what their name says, whole, and their changes joined to each other. */
function isSound(
  { id }: FolderInside,
  { frames, damaged, tail }: SegmentScan,
  header: SegmentHeader,
  writer: string,
  segment: number,
  bytes: Uint8Array,
): boolean {
  if (header.folder !== id || header.writer !== writer || header.segment !== segment) return false
  if (damaged.length > 0 || tail !== null || frames.length === 0) return false
  const start = decodeFrame(bytes, 0, sha256)
  if (start?.seq !== header.previous.seq || start.chain !== header.previous.chain) return false
  const line = new WriterHistory(writer)
  line.skipTo({ writer, ...header.previous })
  return frames.every((frame) => line.addFrame(frame, '') === null)
}

async function compareWithHere(
  came: Came,
  history: WriterHistory,
  span: SegmentSpan,
): Promise<Result<Taken, FileFailure>> {
  const { inside, bytes, found } = came
  const { files, folder, keepAside, journal } = inside
  const path = under(folder, span.file)
  const read = await readIfThere(files, path)
  // One that cannot be read now (busy) may be whole: nothing takes its place.
  if (!read.ok) return read
  const here = read.value
  const counted = here?.subarray(0, span.whole)
  if (counted !== undefined && isSame(counted, bytes)) return ok({ outcome: 'there' })
  const mine = counted === undefined ? null : scanSegment(counted, sha256)
  const end = found.frames.at(-1)
  if (mine?.damaged.length === 0 && (mine.frames.at(-1)?.chain ?? '') === end?.chain) {
    return ok({ outcome: 'there' })
  }
  if (history.writer === journal.writer) return ok({ outcome: 'parted' })
  const isBeginning =
    counted !== undefined &&
    counted.length < bytes.length &&
    isSame(counted, bytes.subarray(0, counted.length)) &&
    leavesRoom(history, span, end?.seq ?? 0)
  const isDamaged = mine === null || (mine.damaged.length > 0 && holdsAll(found, mine))
  if (!isBeginning && !isDamaged) return ok({ outcome: 'parted' })
  // The file here is a copy that was cut or hurt: the whole one takes its place, and its writer is read again.
  if (isDamaged && here !== null && (await keepAside(span.file, 0, here)) === '')
    return err({ type: 'BadFile', path, reason: '已损坏，且无法另存' })
  return putWhole(came)
}

/** Whether one segment has every change that can still be read of the other. */
function holdsAll(whole: SegmentScan, hurt: SegmentScan): boolean {
  const names = new Set(whole.frames.map(({ seq, hash }) => `${seq}:${hash}`))
  return hurt.frames.every(({ seq, hash }) => names.has(`${seq}:${hash}`))
}

/** Whether nothing of another history stands behind a shorter copy, up to this sequence. */
function leavesRoom({ spans }: WriterHistory, { segment, last }: SegmentSpan, upTo: number): boolean {
  const behind = spans.filter((later) => later.segment > segment && later.first > 0)
  const next = Math.min(...behind.map(({ first }) => first))
  return behind.length === 0 || (next > last + 1 && upTo < next)
}

/** Whether a segment that is missing here joins both ends of what is missing, as far as they reach. [ST45] */
function fillsGap({ found }: Came, { gaps }: WriterHistory, seq: number, chain: string): boolean {
  const last = found.frames.at(-1)
  const gap = gaps.find(({ from, before }) => from === seq + 1 && before === chain)
  if (last === undefined || gap === undefined || last.seq > gap.to) return false
  const { after, to } = gap
  return last.seq < to || after.chain === chainNext(last.chain, after.seq, after.hash, sha256)
}

/** Puts a segment in the place of a damaged or missing one, as a new file, and reads its writer again. */
async function putWhole({
  inside,
  writer,
  segment,
  bytes,
  found,
}: Came): Promise<Result<Taken, FileFailure>> {
  const { files, folder, id, scan, reader, keepAside } = inside
  const written = await writeWhole(files, under(folder, segmentFile(writer, segment)), bytes)
  if (!written.ok) return written
  const read = await rescanWriter({ files, folder, id, keepAside }, scan, writer)
  scan.findings.push({ finding: 'mended', file: segmentFile(writer, segment) })
  reader.forgetRead()
  if (!read.ok) return read
  return ok({ outcome: 'taken', changes: found.frames.length, latest: latestOf(found, writer) })
}

async function put(came: Came, history: WriterHistory): Promise<Result<Taken, FileFailure>> {
  const { inside, writer, segment, bytes, found } = came
  const { files, folder, scan, reader } = inside
  const file = segmentFile(writer, segment)
  if (history.spans.length === 0) {
    for (const made of [WRITERS, `${WRITERS}/${writer}`]) {
      const lasting = await makeLastingDir(files, under(folder, made))
      if (!lasting.ok) return lasting
    }
  }
  const written = await writeWhole(files, under(folder, file), bytes)
  if (!written.ok) return written
  const before = history.end
  scan.histories.set(writer, history)
  takeFrames(scan, history, found, segment, file)
  scan.files++
  scan.bytes += bytes.length
  const known = history.sound ? knownFrom(file, bytes, found, before, history.hlc) : null
  if (known !== null) scan.known.set(file, known)
  reader.forget()
  return ok({ outcome: 'taken', changes: found.frames.length, latest: latestOf(found, writer) })
}

function latestOf({ frames }: SegmentScan, writer: string): Hlc {
  const last = [...frames].reverse().find(({ type }) => type === FRAME_TYPE.change)
  const hlc = last && readFrameChange(last, writer, sha256).change.hlc
  return hlc !== undefined && compareHlc(hlc, ZERO) > 0 ? hlc : ZERO
}

const ZERO: Hlc = { ms: 0, n: 0 }

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && Buffer.compare(a, b) === 0
