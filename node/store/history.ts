import type { Finding } from '../../shared/ipc/contract'
import { chainNext, chainStart, type Cursor, type Hlc } from '../../shared/store'
import type { FoundFrame } from '../../shared/store/frame'
import type { SegmentHeader } from '../../shared/store/segment'
import { sha256 } from './native-sha256'

/** One segment file of a writer, as far as it counts. */
export interface SegmentSpan {
  readonly file: string
  readonly segment: number
  /** Sequence of its first and last change; both 0 when it holds none. */
  readonly first: number
  readonly last: number
  /** The chain behind its last change; '' when it holds none. */
  readonly chain: string
  /** Bytes that count; where a later segment says that this one ended, not more is ever read. */
  readonly whole: number
  readonly closed: boolean
  /** Frames that count, the header among them; what a closing frame states. */
  readonly frames: number
  /** Whether bytes follow that do not count. */
  readonly torn: boolean
  /** Whether its header could be read. */
  readonly headed: boolean
  /** Whether bytes among those that count are damaged: a whole copy from elsewhere may take its place. [ST45] */
  readonly damaged: boolean
  /** Content hashes of the attachments that its changes name, in order. [ST35] */
  readonly named: readonly string[]
  readonly created: number
}

/** Changes that the writer's own segments lack. */
export interface Gap {
  readonly from: number
  readonly to: number
  /** The chain before the gap, and the frame after it. */
  readonly before: string
  readonly after: { readonly seq: number; readonly hash: string; readonly chain: string }
}

/** What one writer's own segments hold: where they end and what is wrong with them. */
export class WriterHistory {
  readonly writer: string
  readonly spans: SegmentSpan[] = []
  readonly gaps: Gap[] = []
  /** Changes whose sequence another change of this writer has: both were written in its name. */
  readonly forks: { readonly file: string; readonly seq: number; readonly hash: string }[] = []
  /** False once anything is damaged, missing or out of joint: then no more may be written in its name. */
  sound = true
  /** Clock of the last change that could be read. */
  hlc: Hlc = { ms: 0, n: 0 }
  #end: Cursor

  constructor(writer: string) {
    this.writer = writer
    this.#end = { writer, seq: 0, chain: chainStart(writer, sha256) }
  }

  get end(): Cursor {
    return this.#end
  }

  /** Takes in the next frame in order of segments; answers what is wrong about it. */
  addFrame(frame: Pick<FoundFrame, 'seq' | 'hash' | 'chain'>, file: string): Finding | null {
    const { seq, hash, chain } = frame
    const isNext = seq === this.#end.seq + 1
    const isJoined = isNext && chain === chainNext(this.#end.chain, seq, hash, sha256)
    if (!isJoined) this.sound = false
    if (seq <= this.#end.seq) {
      this.forks.push({ file, seq, hash })
      return { finding: 'brokenChain', file, seq }
    }
    if (!isNext) {
      this.gaps.push({
        from: this.#end.seq + 1,
        to: seq - 1,
        before: this.#end.chain,
        after: { seq, hash, chain },
      })
    }
    this.#end = { writer: this.writer, seq, chain }
    return isNext && !isJoined ? { finding: 'brokenChain', file, seq } : null
  }

  /** Passes over frames that are known to be joined, up to this one. */
  skipTo(end: Cursor): void {
    this.#end = end
  }

  /** Replaces what is known of a segment, or adds one behind the others. */
  putSpan(span: SegmentSpan): void {
    const last = this.spans.at(-1)
    if (last === undefined || last.segment < span.segment) {
      this.spans.push(span)
      return
    }
    const at = this.spans.findIndex(({ segment }) => segment === span.segment)
    if (at === -1) this.spans.push(span)
    else this.spans[at] = span
  }
}

/** Where earlier segments of the same writer end, from the headers of later ones: by segment number, in bytes. */
export function limitsOf(headers: Iterable<SegmentHeader>): ReadonlyMap<number, number> {
  const limits = new Map<number, number>()
  for (const { segment, torn } of headers) {
    for (const ended of torn) {
      if (ended.segment >= segment) continue
      limits.set(ended.segment, Math.min(ended.bytes, limits.get(ended.segment) ?? Infinity))
    }
  }
  return limits
}
