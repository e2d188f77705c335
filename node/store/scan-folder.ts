import type { Finding } from '../../shared/ipc/contract'
import { ok } from '../../shared/kernel/result'
import {
  chainStart,
  compareHlc,
  compareText,
  FORMAT,
  isWriterId,
  MAX_SEGMENT_FILE_BYTES,
} from '../../shared/store'
import { decodeFrame, FRAME_TYPE, type FoundFrame } from '../../shared/store/frame'
import { readFrameChange } from '../../shared/store/payload'
import { decodeHeaderAt, scanSegment, type SegmentHeader, type SegmentScan } from '../../shared/store/segment'
import { Carriage } from './carriage'
import type { FilePort, FileResult } from './file-port'
import { limitsOf, WriterHistory } from './history'
import {
  knownFrom,
  rememberedRun,
  stillHolds,
  takeKnown,
  type KnownSegment,
  type KnownSegments,
} from './known-segments'
import { isSystemName, segmentFile, segmentNumber, TEAM, TEMPORARY, under, WRITERS } from './layout'
import { attachmentsInFrames } from './named-attachments'
import { sha256 } from './native-sha256'

/** Copies damaged bytes aside; answers the copy's name within the folder, '' when nothing could be kept. */
export type KeepAside = (file: string, offset: number, bytes: Uint8Array) => Promise<string>

/** What a data folder's journals hold. */
export interface JournalScan {
  readonly histories: Map<string, WriterHistory>
  carriage: Carriage
  readonly findings: Finding[]
  /** Closed segments that need not be read whole the next time. */
  readonly known: Map<string, KnownSegment>
  /** Those of them whose bytes were not read this time. */
  unread: KnownSegment[]
  files: number
  /** Of all segments, in bytes. */
  bytes: number
  changes: number
  /** Whether the folder is, or was, one of a team: what is missing may be on its way. */
  readonly isOfTeam: boolean
  /** Bytes to be read, when somebody wants to know. */
  readonly total: number
}

export interface ScanOptions {
  readonly files: FilePort
  readonly folder: string
  /** The folder's id; segments of another one are strange files. Null: not known yet. */
  readonly id: string | null
  readonly keepAside: KeepAside
  /** What is remembered of closed segments, so that they are not read whole. */
  readonly known?: KnownSegments
  /** Told after each segment: bytes read, of how many. */
  readonly progress?: (done: number, total: number) => void
}

/** A header frame is short; this much of a file holds it. */
const HEADER_BYTES = 64 * 1024

/** Reads every segment of every writer. Damage is told and passed over; only a folder that cannot be listed fails. */
export async function scanJournals(options: ScanOptions): FileResult<JournalScan> {
  const total = options.progress === undefined ? 0 : await sizeOfSegments(options.files, options.folder)
  const isOfTeam = (await options.files.stat(under(options.folder, TEAM))).ok
  const scan = emptyScan(new Carriage(), total, isOfTeam)
  const listed = await options.files.list(under(options.folder, WRITERS))
  if (!listed.ok) return listed.error.type === 'NotFound' ? ok(scan) : listed
  for (const { name, kind } of [...listed.value].sort((a, b) => compareText(a.name, b.name))) {
    if (kind === 'dir' && isWriterId(name)) {
      const read = await scanWriter(options, scan, name)
      if (!read.ok) return read
    } else if (!isSystemName(name)) {
      scan.findings.push({ finding: 'strangeFile', file: `${WRITERS}/${name}` })
    }
  }
  return ok(scan)
}

const emptyScan = (carriage: Carriage, total: number, isOfTeam: boolean): JournalScan => ({
  isOfTeam,
  histories: new Map(),
  carriage,
  findings: [],
  known: new Map(),
  unread: [],
  files: 0,
  bytes: 0,
  changes: 0,
  total,
})

/** Reads the segments of one writer again, after a whole one took the place of a damaged or a missing one. [ST45] */
export async function rescanWriter(
  options: ScanOptions,
  scan: JournalScan,
  writer: string,
): FileResult<null> {
  const again = emptyScan(scan.carriage, 0, scan.isOfTeam)
  const read = await scanWriter({ ...options, known: scan.known }, again, writer)
  if (!read.ok) return read
  for (const [file] of scan.known) if (file.startsWith(`${WRITERS}/${writer}/`)) scan.known.delete(file)
  for (const [file, known] of again.known) scan.known.set(file, known)
  for (const [name, history] of again.histories) scan.histories.set(name, history)
  const before = new Set(scan.findings.map((finding) => JSON.stringify(finding)))
  scan.findings.push(...again.findings.filter((finding) => !before.has(JSON.stringify(finding))))
  return ok(null)
}

/** Of all segment files, in bytes, for telling how far a long reading has come. */
async function sizeOfSegments(files: FilePort, folder: string): Promise<number> {
  let total = 0
  const writers = await files.list(under(folder, WRITERS))
  for (const { name } of writers.ok ? writers.value : []) {
    const dir = `${WRITERS}/${name}`
    const segments = isWriterId(name) ? await files.list(under(folder, dir)) : null
    for (const segment of segments?.ok === true ? segments.value : []) {
      const stat =
        segmentNumber(segment.name) === null
          ? null
          : await files.stat(under(folder, `${dir}/${segment.name}`))
      if (stat?.ok === true) total += stat.value.size
    }
  }
  return total
}

async function scanWriter(options: ScanOptions, scan: JournalScan, writer: string): FileResult<null> {
  const { files, folder } = options
  const listed = await files.list(under(folder, `${WRITERS}/${writer}`))
  if (!listed.ok) return listed
  const segments: number[] = []
  for (const { name, kind } of listed.value) {
    const segment = kind === 'file' ? segmentNumber(name) : null
    if (segment !== null) segments.push(segment)
    else if (!name.endsWith(TEMPORARY) && !isSystemName(name)) {
      scan.findings.push({ finding: 'strangeFile', file: `${WRITERS}/${writer}/${name}` })
    }
  }
  if (segments.length === 0) return ok(null)
  segments.sort((a, b) => a - b)
  const history = new WriterHistory(writer)
  scan.histories.set(writer, history)
  const run = await runThatHolds(options, writer, segments)
  const rest = segments.slice(run.length)
  const headers = new Map<number, SegmentHeader>()
  const starts = new Map<number, FoundFrame>()
  const readStart = async (segment: number) => {
    const start = await files.readRange(under(folder, segmentFile(writer, segment)), 0, HEADER_BYTES)
    const header = start.ok ? decodeHeaderAt(start.value, sha256) : null
    const frame = start.ok ? decodeFrame(start.value, 0, sha256) : null
    if (header !== null) headers.set(segment, header)
    if (frame !== null) starts.set(segment, frame)
  }
  for (const segment of rest) await readStart(segment)
  let passed = run
  const until = run.at(-1)?.segment ?? 0
  if ([...headers.values()].some(({ torn }) => torn.some(({ segment }) => segment <= until))) {
    // One of those that are remembered ended elsewhere: each is looked at by itself.
    passed = []
    for (const segment of segments.slice(0, run.length)) await readStart(segment)
  }
  for (const known of passed) takeRemembered(options, scan, history, known)
  const usable = segments
    .slice(passed.length)
    .filter((segment) => isUsable(options, scan, history, segment, headers.get(segment)))
  const limits = limitsOf(usable.flatMap((segment) => headers.get(segment) ?? []))
  for (const segment of usable) {
    const header = headers.get(segment)
    const frame = starts.get(segment)
    const limit = limits.get(segment)
    const head = header && frame && limit === undefined ? { header, frame } : null
    if (head === null || !(await passOver(options, scan, history, head))) {
      await scanOne(options, scan, history, segment, limit)
    }
  }
  return ok(null)
}

/** Takes a segment as it is remembered, if it is. */
async function passOver(
  options: ScanOptions,
  scan: JournalScan,
  history: WriterHistory,
  head: { readonly header: SegmentHeader; readonly frame: FoundFrame },
): Promise<boolean> {
  const { files, folder, known } = options
  const file = segmentFile(history.writer, head.header.segment)
  const remembered = known?.get(file)
  if (!remembered || !(await stillHolds(files, under(folder, file), remembered, head, history.end)))
    return false
  takeRemembered(options, scan, history, remembered)
  return true
}

function takeRemembered(
  { progress }: ScanOptions,
  scan: JournalScan,
  history: WriterHistory,
  known: KnownSegment,
): void {
  takeKnown(history, known)
  scan.known.set(known.file, known)
  scan.unread.push(known)
  scan.files++
  scan.bytes += known.size
  scan.changes += known.last - known.first + 1
  progress?.(scan.bytes, scan.total)
}

/** The remembered segments that a writer's files begin with, when the last of them is as it was: its chain proves those before. */
async function runThatHolds(
  { files, folder, id, known }: ScanOptions,
  writer: string,
  segments: readonly number[],
): Promise<readonly KnownSegment[]> {
  if (!known || id === null) return []
  const begin = chainStart(writer, sha256)
  const run = rememberedRun(known, segments, (segment) => segmentFile(writer, segment), begin)
  const last = run.at(-1)
  if (last === undefined) return []
  const path = under(folder, last.file)
  const start = await files.readRange(path, 0, HEADER_BYTES)
  const header = start.ok ? decodeHeaderAt(start.value, sha256) : null
  const frame = start.ok ? decodeFrame(start.value, 0, sha256) : null
  if (!header || !frame || header.folder !== id) return []
  const before = { writer, seq: last.first - 1, chain: last.previous }
  return (await stillHolds(files, path, last, { frame, header }, before)) ? run : []
}

/** Whether a file is what its name says. One whose header is damaged may be: its frames tell. */
function isUsable(
  { id }: ScanOptions,
  scan: JournalScan,
  history: WriterHistory,
  segment: number,
  header: SegmentHeader | undefined,
): boolean {
  const file = segmentFile(history.writer, segment)
  if (header === undefined) return true
  const foreign =
    header.writer !== history.writer || header.segment !== segment || header.folder !== (id ?? header.folder)
  if (foreign) scan.findings.push({ finding: 'strangeFile', file })
  else if (header.format > FORMAT)
    scan.findings.push({ finding: 'newerSegment', file, format: header.format })
  else return true
  history.sound = false
  return false
}

async function scanOne(
  { files, folder, keepAside, progress }: ScanOptions,
  scan: JournalScan,
  history: WriterHistory,
  segment: number,
  limit: number | undefined,
): Promise<void> {
  const file = segmentFile(history.writer, segment)
  const bytes = await readSegment(files, under(folder, file))
  scan.files++
  if (bytes === null) {
    history.sound = false
    scan.findings.push({ finding: 'damagedFile', file, kept: '' })
    return
  }
  scan.bytes += bytes.length
  const found = scanSegment(bytes, sha256, limit)
  for (const part of found.damaged) {
    history.sound = false
    const kept = await keepAside(file, part.offset, bytes.subarray(part.offset, part.offset + part.bytes))
    scan.findings.push({ finding: 'damagedFrames', file, offset: part.offset, bytes: part.bytes, kept })
  }
  if (found.tail !== null) {
    const kept = await keepAside(file, found.tail.offset, bytes.subarray(found.tail.offset))
    scan.findings.push({ finding: 'tornTail', file, bytes: found.tail.bytes, kept })
  }
  const before = history.end
  takeFrames(scan, history, found, segment, file)
  const known =
    limit === undefined && history.sound ? knownFrom(file, bytes, found, before, history.hlc) : null
  if (known !== null) scan.known.set(file, known)
  progress?.(scan.bytes, scan.total)
}

/** The bytes of a file that may be a segment, or null when it cannot be read or is too large to be one. */
export async function readSegment(files: FilePort, path: string): Promise<Uint8Array | null> {
  const stat = await files.stat(path)
  if (!stat.ok || stat.value.size > MAX_SEGMENT_FILE_BYTES) return null
  const bytes = await files.read(path)
  return bytes.ok ? bytes.value : null
}

export function takeFrames(
  scan: JournalScan,
  history: WriterHistory,
  found: SegmentScan,
  segment: number,
  file: string,
): void {
  const { writer } = history
  for (const frame of found.frames) {
    const wrong = history.addFrame(frame, file)
    if (wrong !== null) scan.findings.push(wrong)
    if (frame.type === FRAME_TYPE.carried) noteCarried(scan, frame, writer, segment)
  }
  scan.changes += found.frames.length
  const last = [...found.frames].reverse().find(({ type }) => type === FRAME_TYPE.change)
  const hlc = last && readFrameChange(last, writer, sha256).change.hlc
  if (hlc !== undefined && compareHlc(hlc, history.hlc) > 0) history.hlc = hlc
  history.putSpan({
    file,
    segment,
    first: found.frames[0]?.seq ?? 0,
    last: found.frames.at(-1)?.seq ?? 0,
    chain: found.frames.at(-1)?.chain ?? '',
    whole: found.whole,
    closed: found.closed,
    torn: found.tail !== null,
    frames: found.count,
    headed: found.header !== null,
    damaged: found.damaged.length > 0,
    named: attachmentsInFrames(found.frames, writer),
    created: found.header?.created ?? 0,
  })
}

function noteCarried(scan: JournalScan, frame: FoundFrame, writer: string, segment: number): void {
  const stored = readFrameChange(frame, writer, sha256)
  if (stored.carriedBy !== undefined) scan.carriage.add(stored, { writer, segment, seq: frame.seq })
}
