import { isUtf8 } from 'node:buffer'
import { err, ok } from '../../shared/kernel/result'
import type { Result } from '../../shared/kernel/result'
import type { FileFailure } from '../../shared/ipc/contract'
import { compareText, type Cursor, type StoredChange } from '../../shared/store'
import type { FoundFrame } from '../../shared/store/frame'
import { readLineOf, unreadLine } from '../../shared/store/page-line'
import { isPlain, readFrameChange } from '../../shared/store/payload'
import { scanSegment } from '../../shared/store/segment'
import { lineOf, type CarriedPlace, type Line } from './carriage'
import type { FilePort, FileResult } from './file-port'
import { segmentFile, under } from './layout'
import { sha256 } from './native-sha256'
import { readSegment, type JournalScan } from './scan-folder'

interface ReadSegment {
  readonly file: string
  readonly whole: number
  readonly frames: readonly FoundFrame[]
  /** `seq:hash` of each frame. */
  readonly names: ReadonlySet<string>
}

/** In which form changes are asked for. */
interface PageForm<T> {
  readonly ofFrame: (frame: FoundFrame, writer: string) => T
  readonly ofChange: (stored: StoredChange) => T
}

const AS_CHANGES: PageForm<StoredChange> = {
  ofFrame: (frame, writer) => readFrameChange(frame, writer, sha256),
  ofChange: (stored) => stored,
}

const AS_LINES: PageForm<string> = {
  ofFrame: (frame, writer) =>
    isPlain(frame) && isUtf8(frame.payload)
      ? unreadLine(frame, writer, textOf(frame.payload))
      : readLineOf(readFrameChange(frame, writer, sha256)),
  ofChange: readLineOf,
}

const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('utf8')

/** Reads changes out of scanned journals, a page at a time. */
export class JournalReader {
  readonly #files: FilePort
  readonly #folder: string
  readonly #scan: JournalScan
  readonly #lines = new Map<string, Line>()
  /** The segment that was read last: pages run through a file. */
  #cached: ReadSegment | null = null
  #doubtful = false

  constructor(files: FilePort, folder: string, scan: JournalScan) {
    this.#files = files
    this.#folder = folder
    this.#scan = scan
  }

  /** To be called when the journals have grown. */
  forget(): void {
    this.#lines.clear()
  }

  /** Whether a segment that the opening had not read was other than it was remembered. */
  get doubtful(): boolean {
    return this.#doubtful
  }

  /** To be called when a file was replaced. */
  forgetRead(): void {
    this.forget()
    this.#cached = null
  }

  /** To be called when everything was read again. */
  forgetAll(): void {
    this.forgetRead()
    this.#doubtful = false
  }

  line(writer: string): Line {
    const known = this.#lines.get(writer)
    if (known !== undefined) return known
    const line = lineOf(writer, this.#scan.histories.get(writer), this.#scan.carriage)
    this.#lines.set(writer, line)
    return line
  }

  /** Every writer of whom anything is there, with its end, in order of writer. */
  ends(): readonly Cursor[] {
    const writers = new Set([...this.#scan.histories.keys(), ...this.#scan.carriage.writers()])
    return [...writers]
      .sort(compareText)
      .map((writer) => this.line(writer).end)
      .filter(({ seq }) => seq > 0)
  }

  /** Changes of one writer after sequence `after`, at most `limit` of them; fewer only at the end. */
  page(writer: string, after: number, limit: number): Promise<Result<readonly StoredChange[], FileFailure>> {
    return this.#pageAs(AS_CHANGES, writer, after, limit)
  }

  /** The same as one text, a line for each, unread where it can be; '' at the end. */
  async text(writer: string, after: number, limit: number): Promise<Result<string, FileFailure>> {
    const page = await this.#pageAs(AS_LINES, writer, after, limit)
    return page.ok ? ok(page.value.join('\n')) : page
  }

  async #pageAs<T>(
    form: PageForm<T>,
    writer: string,
    after: number,
    limit: number,
  ): Promise<Result<readonly T[], FileFailure>> {
    const spans = this.#scan.histories.get(writer)?.spans.filter((span) => span.last > after) ?? []
    const fills = [...this.line(writer).fills.values()].filter(({ at }) => at.seq > after)
    const page: T[] = []
    let from = after
    for (const span of spans) {
      const frames = await this.#framesOf(span.file, span.whole)
      if (!frames.ok) return frames
      const upTo = span === spans.at(-1) ? Infinity : span.last
      const changes = await this.#merge(form, writer, frames.value, fills, from, upTo, limit - page.length)
      if (!changes.ok) return changes
      page.push(...changes.value)
      from = Math.max(from, span.last)
      if (page.length >= limit) return ok(page.slice(0, limit))
    }
    if (spans.length > 0) return ok(page.slice(0, limit))
    const carried = await this.#merge(form, writer, [], fills, after, Infinity, limit)
    return carried.ok ? ok(carried.value.slice(0, limit)) : carried
  }

  async #merge<T>(
    form: PageForm<T>,
    writer: string,
    frames: readonly FoundFrame[],
    fills: readonly CarriedPlace[],
    after: number,
    upTo: number,
    limit: number,
  ): Promise<Result<readonly T[], FileFailure>> {
    const found: { readonly seq: number; readonly change: T }[] = []
    let passed = after
    let last = upTo
    for (const frame of frames) {
      // A second frame of one sequence is a fork: it comes through the journal that it was carried into.
      if (frame.seq <= passed) continue
      if (found.length >= limit) {
        last = passed
        break
      }
      passed = frame.seq
      found.push({ seq: frame.seq, change: form.ofFrame(frame, writer) })
    }
    for (const fill of fills) {
      if (fill.at.seq <= after || fill.at.seq > last) continue
      const stored = await this.#carried(fill)
      if (!stored.ok) return stored
      found.push({ seq: fill.at.seq, change: form.ofChange(stored.value) })
    }
    return ok(found.sort((a, b) => a.seq - b.seq).map(({ change }) => change))
  }

  /** A carried change as it stood in its own writer's journal. */
  async #carried({ at, carrier }: CarriedPlace): Promise<Result<StoredChange, FileFailure>> {
    const span = this.#scan.histories
      .get(carrier.writer)
      ?.spans.find(({ segment }) => segment === carrier.segment)
    const file = segmentFile(carrier.writer, carrier.segment)
    const frames = await this.#framesOf(file, span?.whole ?? 0)
    if (!frames.ok) return frames
    const frame = frames.value.find(({ seq }) => seq === carrier.seq)
    if (frame === undefined)
      return err({ type: 'BadFile', path: file, reason: '文件在读取时变了，请重新启动程序' })
    const { carriedBy = [], ...stored } = readFrameChange(frame, carrier.writer, sha256)
    const own = carriedBy.findIndex((place) => place.writer === at.writer && place.seq === at.seq)
    return ok(own === -1 ? stored : { ...stored, carriedBy: carriedBy.slice(own) })
  }

  async #framesOf(file: string, whole: number): FileResult<readonly FoundFrame[]> {
    const read = await this.#segment(file, whole)
    return read.ok ? ok(read.value.frames) : read
  }

  async #segment(file: string, whole: number): FileResult<ReadSegment> {
    if (this.#cached?.file === file && this.#cached.whole === whole) return ok(this.#cached)
    const path = under(this.#folder, file)
    const bytes = await readSegment(this.#files, path)
    if (bytes === null) return err({ type: 'NotFound', path })
    const { frames, damaged } = scanSegment(bytes, sha256, Math.min(whole, bytes.length))
    const known = this.#scan.known.get(file)
    if (known && (damaged.length > 0 || frames.length !== known.last - known.first + 1)) this.#doubtful = true
    this.#cached = { file, whole, frames, names: new Set(frames.map(({ seq, hash }) => `${seq}:${hash}`)) }
    return ok(this.#cached)
  }

  /** A numbered frame of a writer's own segment as a stored change; null when it cannot be read any more. */
  async changeIn(writer: string, file: string, hash: string): Promise<StoredChange | null> {
    const span = this.#scan.histories.get(writer)?.spans.find((known) => known.file === file)
    const frames = await this.#framesOf(file, span?.whole ?? 0)
    const frame = frames.ok ? frames.value.find((known) => known.hash === hash) : undefined
    return frame === undefined ? null : readFrameChange(frame, writer, sha256)
  }

  /** Whether the journals hold exactly this frame of a writer, in its own segments or carried. */
  async holds(writer: string, seq: number, hash: string): FileResult<boolean> {
    if (this.#scan.carriage.has(writer, seq, hash)) return ok(true)
    for (const span of this.#scan.histories.get(writer)?.spans ?? []) {
      if (seq < span.first || seq > span.last) continue
      const read = await this.#segment(span.file, span.whole)
      if (!read.ok) return read
      if (read.value.names.has(`${seq}:${hash}`)) return ok(true)
    }
    return ok(false)
  }
}
