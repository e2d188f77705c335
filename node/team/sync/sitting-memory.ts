import type { TeamProblem } from '../../../shared/team'
import type { Opened } from '../format/container'

/** A file that was refused: it may be mended under the same name and with the same length, so it is looked at again, ever more rarely. */
export interface RefusedFile {
  readonly size: number
  readonly problem: TeamProblem
  /** The pass in which it is looked at again. */
  readonly again: number
  readonly pause: number
}

/** What a computer remembers of the team folder while the program runs. Losing it costs time, nothing else. */
export class SittingMemory {
  /** Statements, requests and notes by path. */
  readonly opened = new Map<string, Opened>()
  readonly refused = new Map<string, RefusedFile>()
  /** When a file that is not whole was first seen, by path. */
  readonly arriving = new Map<string, number>()
  /** Chains at the ends of segments of other branches: what joins one of them belongs to that branch, too. [TF18] */
  readonly partedEnds = new Set<string>()
  /** Segments of other branches of which nothing is lacking here any more, by path. */
  readonly settled = new Set<string>()
  /** How often a segment of another branch was met, by path. */
  readonly met = new Map<string, number>()
  /** Own segments that were found in the team folder, by path. */
  readonly published = new Set<string>()
  /** Whether an own segment here is what it was when it was written, as `writer/number`. */
  readonly whole = new Map<string, boolean>()
  /** Own published files that were read once and found other than they were put. */
  readonly doubtful = new Set<string>()
  /** Attachments that changes name and that are not here yet. */
  readonly wanted = new Set<string>()
  /** Attachments that own segments name and that were not here when those were published. */
  readonly owed = new Set<string>()
  /** Content names that stand in the team folder. */
  readonly carried = new Set<string>()
  /** Which of the older shards, segments and files is looked at next. */
  turn = 0
  /** From which number on an own writer's segments stand in the team folder as another branch. [TF19] */
  readonly contested = new Map<string, number>()
  passes = 0
  /** Number and tag of this computer's last note, and when and with what it was put. */
  note: { readonly n: number; readonly tag: string; readonly at: number; readonly text: string } | null = null
  requested = false
  /** The letter that this computer asked for. */
  proposed = ''
  /** Segments of others that were taken in this sitting, and changes in them. */
  arrivedChanges = 0
  #expected = 0
  #came = 0

  beginFetching(): void {
    this.#expected = 0
    this.#came = 0
  }

  /** So many segments are there that are not here. */
  expect(segments: number): void {
    this.#expected += segments
  }

  came(changes: number): void {
    this.#came++
    this.arrivedChanges += changes
  }

  /** How far a long fetching has come; null when there is little to be fetched. */
  get fetching(): { readonly done: number; readonly total: number } | null {
    return this.#expected > 3 ? { done: Math.min(this.#came, this.#expected), total: this.#expected } : null
  }
}
