import type { FileFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import { compareHlc, FORMAT, type Hlc } from '../../shared/store'
import { decodeFrame, FRAME_TYPE } from '../../shared/store/frame'
import { readFrameChange } from '../../shared/store/payload'
import { scanSegment, type SegmentHeader, type SegmentScan } from '../../shared/store/segment'
import type { FilePort } from './file-port'
import { WriterHistory } from './history'
import type { Journal } from './journal'
import { knownFrom } from './known-segments'
import { segmentFile, under, WRITERS } from './layout'
import { sha256 } from './native-sha256'
import type { JournalReader } from './reader'
import { readSegment, takeFrames, type JournalScan, type KeepAside } from './scan-folder'
import { makeLastingDir, writeWhole } from './write-file'

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
  /** Reads everything again from the disk: after a damaged file was replaced. */
  readonly readAnew: () => Promise<unknown>
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

/** Takes a whole segment into the data folder, under its own name, if it joins what is there. [TF17] [TF18] */
export async function takeSegment(
  inside: FolderInside,
  writer: string,
  segment: number,
  bytes: Uint8Array,
): Promise<Result<Taken, FileFailure>> {
  const { scan, journal } = inside
  const found = scanSegment(bytes, sha256)
  const { header } = found
  if (header !== null && header.format > FORMAT) return ok({ outcome: 'newer' })
  if (header === null || !isSound(inside, found, header, writer, segment, bytes)) {
    return ok({ outcome: 'malformed' })
  }
  const history = scan.histories.get(writer) ?? new WriterHistory(writer)
  const here = history.spans.find((span) => span.segment === segment)
  if (here !== undefined) return compareWithHere(inside, history, found, here.whole, segment, bytes)
  const { seq, chain } = history.end
  if (header.previous.seq === seq && header.previous.chain === chain && writer !== journal.writer) {
    return put(inside, history, found, segment, bytes)
  }
  return header.previous.seq > seq && writer !== journal.writer
    ? ok({ outcome: 'waits', previous: header.previous.chain })
    : ok({ outcome: 'parted' })
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
  inside: FolderInside,
  history: WriterHistory,
  found: SegmentScan,
  whole: number,
  segment: number,
  bytes: Uint8Array,
): Promise<Result<Taken, FileFailure>> {
  const { files, folder, keepAside, journal } = inside
  const file = segmentFile(history.writer, segment)
  const here = await readSegment(files, under(folder, file))
  const counted = here?.subarray(0, whole)
  if (counted !== undefined && isSame(counted, bytes)) return ok({ outcome: 'there' })
  const mine = counted === undefined ? null : scanSegment(counted, sha256)
  if (mine?.damaged.length === 0 && (mine.frames.at(-1)?.chain ?? '') === found.frames.at(-1)?.chain) {
    return ok({ outcome: 'there' })
  }
  if (history.writer === journal.writer) return ok({ outcome: 'parted' })
  const isLast = history.spans.every((span) => span.segment <= segment)
  const isBeginning =
    counted !== undefined &&
    isLast &&
    counted.length < bytes.length &&
    isSame(counted, bytes.subarray(0, counted.length))
  const isDamaged = mine === null || mine.damaged.length > 0
  if (!isBeginning && !isDamaged) return ok({ outcome: 'parted' })
  // The file here is a copy that was cut or hurt: the whole one takes its place, and everything is read again.
  if (isDamaged && here !== null && (await keepAside(file, 0, here)) === '')
    return err({ type: 'BadFile', path: under(folder, file), reason: '已损坏，且无法另存' })
  const written = await journal.between(() => writeWhole(files, under(folder, file), bytes))
  if (!written.ok) return written
  await inside.readAnew()
  return ok({ outcome: 'taken', changes: found.frames.length, latest: latestOf(found, history.writer) })
}

async function put(
  inside: FolderInside,
  history: WriterHistory,
  found: SegmentScan,
  segment: number,
  bytes: Uint8Array,
): Promise<Result<Taken, FileFailure>> {
  const { files, folder, scan, reader, journal } = inside
  const { writer } = history
  const file = segmentFile(writer, segment)
  const written = await journal.between(async () => {
    if (history.spans.length === 0) {
      for (const made of [WRITERS, `${WRITERS}/${writer}`]) {
        const lasting = await makeLastingDir(files, under(folder, made))
        if (!lasting.ok) return lasting
      }
    }
    return writeWhole(files, under(folder, file), bytes)
  })
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
