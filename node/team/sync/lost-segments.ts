import type { LocalSegment } from '../../store'
import { segmentTag, type Looked } from './listing'
import type { TeamDesk } from './team-desk'

interface Lost {
  /** The first segment that is here and not there: who joins gets none behind it, either. */
  readonly from: number
  /** In how many passes one after another it was looked for. */
  readonly passes: number
}

/** When a file that the team folder has not any more is carried. */
export interface LostPatience {
  /** In so many passes one after another it was looked for in vain: one to some hours. Who was only out for lunch puts it again before. */
  readonly passes: number
  /** So many more for every computer of an earlier letter, that would do it first. */
  readonly each: number
}

/** [TF24]; others are for tests. */
export const LOST: LostPatience = { passes: 100, each: 20 }

/** Segments of each writer that are here, stood in the team folder or should, and are not found there. [TF24] */
export class LostSegments {
  readonly #lost = new Map<string, Lost>()
  readonly #carried = new Set<string>()

  /** What a pass found of a writer; nothing: it has no folder there. */
  look({ folder, names }: Pick<TeamDesk, 'folder' | 'names'>, writer: string, looked?: Looked): void {
    const segments = folder.exchange.segments(writer)
    const has = ({ segment, chain }: LocalSegment) =>
      looked === undefined ? false : looked.has(segment, segmentTag({ names }, chain))
    const known = this.#lost.get(writer)
    // One whose shard was not looked into stays what it was.
    if (known !== undefined && !segments.some((one) => one.segment === known.from && has(one) !== true))
      this.#forget(writer, known)
    const before = this.#lost.get(writer)
    const from = segments.find((one) => has(one) === false)?.segment
    if (from === undefined || (before !== undefined && before.from < from)) return
    this.#lost.set(writer, { from, passes: from === before?.from ? before.passes + 1 : 1 })
  }

  /** Writers of which something was lacking for at least so many passes, from which segment on; those that were carried are not among them. */
  since(passes: number): readonly (readonly [writer: string, from: number])[] {
    return [...this.#lost]
      .filter(([writer, lost]) => lost.passes >= passes && !this.#carried.has(`${writer}/${lost.from}`))
      .map(([writer, { from }]) => [writer, from])
  }

  /** All from that segment on is carried. */
  wasCarried(writer: string, from: number): void {
    this.#carried.add(`${writer}/${from}`)
  }

  clear(): void {
    this.#lost.clear()
    this.#carried.clear()
  }

  #forget(writer: string, { from }: Lost): void {
    this.#carried.delete(`${writer}/${from}`)
    this.#lost.delete(writer)
  }
}
