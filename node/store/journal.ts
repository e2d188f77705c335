import type { FileFailure, JournalFailure } from '../../shared/ipc/contract'
import type { Clock } from '../../shared/kernel/clock'
import { err, ok, type Result } from '../../shared/kernel/result'
import {
  CLOCK_PULL_MS,
  compareHlc,
  MAX_APPEND_BYTES,
  MAX_PAYLOAD_BYTES,
  type Hlc,
  type NewChange,
  type StoredChange,
} from '../../shared/store'
import { checkNewChange } from '../../shared/store/check-change'
import { encodeFrame, FRAME_FLAG, FRAME_TYPE } from '../../shared/store/frame'
import type { EndedSegment } from '../../shared/store/segment'
import { lackingIn } from './aside-files'
import type { AppendHandle, FilePort } from './file-port'
import { WriterHistory } from './history'
import { MAX_SEGMENT_NUMBER, segmentFile } from './layout'
import { attachmentsNamedBy } from './named-attachments'
import {
  appendFlushed,
  closeSegment,
  growable,
  isFull,
  joined,
  makeSegment,
  type OpenSegment,
} from './open-segment'
import { carriedPending, newPending, type Pending } from './pending'
import type { JournalReader } from './reader'
import type { JournalScan } from './scan-folder'

export interface JournalParts {
  readonly files: FilePort
  readonly folder: string
  readonly folderId: string
  /** Version of this program. */
  readonly program: string
  readonly scan: JournalScan
  readonly reader: JournalReader
  readonly clock: Clock
  /** A new writer's id; never one that the folder knows. */
  readonly newWriter: () => string
  /** Remembers on this computer who writes here; before the writer's first change. */
  readonly rememberWriter: (writer: string) => Promise<Result<null, FileFailure>>
}

/**
 * This computer's end of the journal. Appends run one after the other; each is on the disk, flushed, before it is
 * answered. After a failure the journal goes on in a new segment, which says where the failed one ends.
 */
export class Journal {
  readonly #parts: JournalParts
  #history: WriterHistory
  #hlc: Hlc
  #open: OpenSegment | null
  #handle: AppendHandle | null = null
  /** Segments that ended in a failure since the last one that was made. */
  #torn: readonly EndedSegment[]
  #nextSegment: number
  #remembered: boolean
  #last: Promise<unknown> = Promise.resolve()

  /** `writer`: the one to go on with, or a new one. */
  constructor(parts: JournalParts, writer: string) {
    this.#parts = parts
    const known = parts.scan.histories.get(writer)
    const last = known?.spans.at(-1)
    this.#history = known ?? new WriterHistory(writer)
    this.#remembered = known !== undefined
    this.#open = last === undefined ? null : growable(parts.folder, last)
    this.#torn =
      last === undefined || last.closed || this.#open !== null ? [] : [endOf(last.segment, last.whole)]
    this.#nextSegment = (last?.segment ?? 0) + 1
    const others = [...parts.scan.histories.values()]
      .filter((history) => history.hlc.ms <= parts.clock.now() + CLOCK_PULL_MS)
      .map(({ hlc }) => hlc)
    this.#hlc = [this.#history.hlc, ...others].reduce((a, b) => (compareHlc(a, b) >= 0 ? a : b))
  }

  get writer(): string {
    return this.#history.writer
  }

  /** `before`: done once it is known what the last of them will be stored as, before anything is written. */
  append(
    changes: readonly NewChange[],
    before?: (last: StoredChange) => Promise<void>,
  ): Promise<Result<readonly StoredChange[], JournalFailure>> {
    return this.#inTurn(async () => {
      for (const change of changes) {
        const checked = checkNewChange(change)
        if (!checked.ok) return err({ type: 'BadChange', reason: checked.error })
      }
      return this.#write(
        () => newPending(changes, this.#history.end, this.#hlc, this.#parts.clock.now()),
        before,
      )
    })
  }

  /** Carries changes into this journal under their own names; those that it has are passed over. */
  restore(changes: readonly StoredChange[]): Promise<Result<{ restored: number }, JournalFailure>> {
    return this.#inTurn(async () => {
      const lost = await lackingIn(this.#parts.reader, changes)
      return lost.ok ? this.#carry(lost.value) : lost
    })
  }

  /** Carries changes of this folder's own segments that share their sequence with others. */
  carryForks(forks: readonly StoredChange[]): Promise<Result<{ restored: number }, JournalFailure>> {
    return this.#inTurn(() => this.#carry(forks))
  }

  /** From now on another writer writes, so that two histories never share a name. */
  fork(): Promise<Result<{ writer: string }, JournalFailure>> {
    return this.#inTurn(async () => {
      await this.#becomeAnother()
      return ok({ writer: this.writer })
    })
  }

  /**
   * Goes on with what reading all journals anew said, between two appends; as another writer when this one's history turned
   * out not to be sound. Answers whether it did. [ST4]
   */
  async takeAnew(): Promise<boolean> {
    const history = this.#parts.scan.histories.get(this.writer)
    if (history?.sound === true) this.#history = history
    if (history === undefined || history.sound) return false
    await this.#becomeAnother()
    return true
  }

  /** Closes the segment that is open, if a change is in it, so that it can be published. [TF16] */
  seal(): Promise<Result<null, FileFailure>> {
    return this.#inTurn(async () => {
      if (this.#open === null || this.#open.frames <= 1) return ok(null)
      const rotated = await this.#rotate(this.#open)
      if (rotated.ok || rotated.error.type !== 'Exists') return rotated
      // Somebody else has written behind it: each goes on by itself, and nothing of theirs is declared void.
      await this.#becomeAnother()
      return ok(null)
    })
  }

  /** Later changes are not before this clock, unless it is more than ten minutes ahead of our own. [TF21] */
  pullClock(hlc: Hlc): void {
    if (hlc.ms <= this.#parts.clock.now() + CLOCK_PULL_MS && compareHlc(hlc, this.#hlc) > 0) this.#hlc = hlc
  }

  /** Runs something between two appends. */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(work)
  }

  close(): Promise<void> {
    return this.#inTurn(() => this.#closeHandle())
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #carry(lost: readonly StoredChange[]): Promise<Result<{ restored: number }, JournalFailure>> {
    const isOwn = (stored: StoredChange) =>
      stored.change.writer === this.writer ||
      stored.carriedBy?.some(({ writer }) => writer === this.writer) === true
    if (lost.some(isOwn)) await this.#becomeAnother()
    let restored = 0
    while (restored < lost.length) {
      const written = await this.#write(() => carriedPending(lost.slice(restored), this.#history.end))
      if (!written.ok) return written
      restored += written.value.length
    }
    return ok({ restored })
  }

  async #becomeAnother(): Promise<void> {
    await this.#closeHandle()
    this.#history = new WriterHistory(this.#parts.newWriter())
    this.#open = null
    this.#torn = []
    this.#nextSegment = 1
    this.#remembered = false
  }

  /** Writes frames as one append. `make` is asked again when another writer has to take over. */
  async #write(
    make: () => readonly Pending[],
    before?: (last: StoredChange) => Promise<void>,
  ): Promise<Result<readonly StoredChange[], JournalFailure>> {
    let pending = make()
    const bytes = pending.reduce((sum, { payload }) => sum + payload.bytes.length + 100, 0)
    if (bytes > MAX_APPEND_BYTES || pending.some(({ payload }) => payload.bytes.length > MAX_PAYLOAD_BYTES)) {
      return err({
        type: 'BadChange',
        reason: '一次保存的内容太大，没有写入；请分几次保存，或换一张较小的图片',
      })
    }
    const last = pending.at(-1)
    if (last === undefined) return ok([])
    const readied = before?.(last.stored)
    let written = await this.#writeFrames(pending, readied)
    if (!written.ok && written.error.type === 'Exists') {
      // Someone else writes in this writer's name: a copied folder that is open twice. Each goes on by itself.
      await this.#becomeAnother()
      pending = make()
      written = await this.#writeFrames(pending)
    }
    if (!written.ok) return written
    this.#acknowledge(pending)
    return ok(pending.map(({ stored }) => stored))
  }

  /** `readied`: what has to be there before a frame is. */
  async #writeFrames(
    pending: readonly Pending[],
    readied?: Promise<void>,
  ): Promise<Result<null, FileFailure>> {
    if (!this.#remembered) {
      const remembered = await this.#parts.rememberWriter(this.writer)
      if (!remembered.ok) return remembered
      this.#remembered = true
    }
    const frames = pending.map(({ type, payload, at }, i) => {
      const flags = i < pending.length - 1 ? FRAME_FLAG.more : 0
      return encodeFrame({
        type,
        flags,
        seq: at.seq,
        hash: payload.hash,
        chain: at.chain,
        payload: payload.bytes,
      })
    })
    if (this.#open !== null && isFull(this.#open, this.#parts.clock.now())) {
      const rotated = await this.#rotate(this.#open)
      if (!rotated.ok) return rotated
    }
    if (this.#open !== null) return this.#appendTo(this.#open, frames, readied)
    await readied
    return this.#startSegment(frames)
  }

  async #appendTo(
    open: OpenSegment,
    frames: readonly Uint8Array[],
    readied?: Promise<void>,
  ): Promise<Result<null, FileFailure>> {
    const handle = await this.#handleOf(open)
    const bytes = joined(frames)
    const written = handle.ok ? await appendFlushed(handle.value, open, bytes, readied) : handle
    if (!written.ok) {
      await this.#giveUp(open)
      return written
    }
    this.#open = { ...open, bytes: open.bytes + bytes.length, frames: open.frames + frames.length }
    return ok(null)
  }

  async #startSegment(frames: readonly Uint8Array[]): Promise<Result<null, FileFailure>> {
    const { files, folder, folderId, program, clock } = this.#parts
    const segment = this.#nextSegment
    if (segment > MAX_SEGMENT_NUMBER) return err({ type: 'Exists', path: folder })
    const isFirst = this.#history.spans.length === 0
    const options = {
      folder,
      folderId,
      end: this.#history.end,
      segment,
      torn: this.#torn,
      now: clock.now(),
      program,
      isFirst,
    }
    const result = await makeSegment(files, options, frames)
    if ('failed' in result) {
      if (result.named) {
        this.#torn = [...this.#torn, endOf(segment, 0)]
        this.#nextSegment = segment + 1
      }
      return result.failed
    }
    this.#open = result.made
    this.#torn = []
    this.#nextSegment = segment + 1
    return ok(null)
  }

  /**
   * Closes a full segment. If that fails the segment stays as it is and the next one says where it ends. `Exists`:
   * somebody else has written behind it, and what they wrote must not be declared void.
   */
  async #rotate(open: OpenSegment): Promise<Result<null, FileFailure>> {
    const handle = await this.#handleOf(open)
    const { files } = this.#parts
    const closed = handle.ok ? await closeSegment(files, handle.value, open, this.#history.end) : handle
    if (!closed.ok) {
      await this.#giveUp(open)
      return closed.error.type === 'Exists' ? closed : ok(null)
    }
    const span = this.#history.spans.find(({ segment }) => segment === open.segment)
    if (span !== undefined) this.#history.putSpan({ ...span, whole: closed.value, closed: true })
    await this.#closeHandle()
    this.#open = null
    return ok(null)
  }

  async #giveUp(open: OpenSegment): Promise<void> {
    await this.#closeHandle()
    this.#open = null
    this.#torn = [...this.#torn, endOf(open.segment, open.bytes)]
  }

  async #handleOf(open: OpenSegment): Promise<Result<AppendHandle, FileFailure>> {
    if (this.#handle !== null) return ok(this.#handle)
    const opened = await this.#parts.files.openAppend(open.path)
    if (opened.ok) this.#handle = opened.value
    return opened
  }

  async #closeHandle(): Promise<void> {
    const handle = this.#handle
    this.#handle = null
    await handle?.close()
  }

  /** Takes what is on the disk into the picture of the journals. */
  #acknowledge(pending: readonly Pending[]): void {
    const { scan, reader } = this.#parts
    const open = this.#open
    if (open === null) throw new Error('nothing is open after a write')
    const file = segmentFile(this.writer, open.segment)
    scan.histories.set(this.writer, this.#history)
    for (const { type, payload, at, stored } of pending) {
      this.#history.addFrame({ seq: at.seq, hash: payload.hash, chain: at.chain }, file)
      if (type === FRAME_TYPE.carried) {
        scan.carriage.add(stored, { writer: this.writer, segment: open.segment, seq: at.seq })
      } else if (compareHlc(stored.change.hlc, this.#hlc) > 0) {
        this.#hlc = stored.change.hlc
      }
    }
    const before = this.#history.spans.find(({ segment }) => segment === open.segment)
    this.#history.putSpan({
      file,
      segment: open.segment,
      first: before?.first ?? pending[0]?.at.seq ?? 0,
      last: pending.at(-1)?.at.seq ?? 0,
      whole: open.bytes,
      frames: open.frames,
      chain: pending.at(-1)?.at.chain ?? '',
      closed: false,
      torn: false,
      headed: true,
      damaged: false,
      named: [...(before?.named ?? []), ...attachmentsNamedBy(pending.map(({ stored }) => stored))],
      created: open.created,
    })
    reader.forget()
  }
}

const endOf = (segment: number, bytes: number): EndedSegment => ({ segment, bytes })
