import { integers } from './growing'

/** What stands first in each line: its number, its title, its further words; then its cells. */
export const [NUMBER, TITLE, WORDS, FIRST_CELL] = [0, 1, 2, 3] as const

export interface LineImage {
  readonly starts: Uint32Array
  readonly lengths: Uint32Array
  readonly texts: Uint32Array
  readonly lost: number
}

/** Of each line the numbers of its texts (`TextTable`), one behind the other. 0: the text is empty. */
export class LineTexts {
  readonly #starts
  readonly #lengths
  readonly #texts
  /** Numbers that no line has any more. */
  #lost: number

  constructor(image?: LineImage) {
    this.#starts = integers(image?.starts)
    this.#lengths = integers(image?.lengths)
    this.#texts = integers(image?.texts)
    this.#lost = image?.lost ?? 0
  }

  image(): LineImage {
    const [starts, lengths] = [this.#starts.copy(), this.#lengths.copy()]
    return { starts, lengths, texts: this.#texts.copy(), lost: this.#lost }
  }

  /** How much of it no line has any more, of 1. */
  get waste(): number {
    return this.#lost / Math.max(1, this.#texts.length)
  }

  put(place: number, texts: readonly number[]): void {
    const room = this.#lengths.data[place] ?? 0
    if (texts.length > room) {
      this.#starts.put(place, this.#texts.length)
      this.#lost += room
    } else {
      this.#starts.reach(place + 1)
      this.#lost += room - texts.length
    }
    this.#lengths.put(place, texts.length)
    const start = this.#starts.data[place] ?? 0
    for (const [at, text] of texts.entries()) this.#texts.put(start + at, text)
  }

  /** How many of the numbers below `bound` are a text of some line. */
  used(bound: number): number {
    const marks = new Uint8Array(bound)
    for (let place = 0; place < this.#lengths.length; place += 1)
      for (const text of this.of(place)) marks[text] = 1
    return marks.reduce((sum, mark) => sum + mark, 0)
  }

  /** The number of one text of a line; 0 where it has none. */
  at(place: number, part: number): number {
    return part < (this.#lengths.data[place] ?? 0)
      ? (this.#texts.data[(this.#starts.data[place] ?? 0) + part] ?? 0)
      : 0
  }

  of(place: number): Uint32Array {
    const start = this.#starts.data[place] ?? 0
    return this.#texts.data.subarray(start, start + (this.#lengths.data[place] ?? 0))
  }

  /**
   * Tells each of so many lines in which a text stands that `marks` has, in the order of their places. `among`: of those alone that have
   * something here.
   */
  marked(
    count: number,
    marks: Uint8Array,
    among: Uint8Array | null | undefined,
    tell: (place: number) => void,
  ): void {
    const { data } = this.#texts
    const starts = this.#starts.data
    const lengths = this.#lengths.data
    for (let place = 0; place < count; place += 1) {
      if (among?.[place] === 0) continue
      const start = starts[place] ?? 0
      const end = start + (lengths[place] ?? 0)
      for (let at = start; at < end; at += 1) {
        if (marks[data[at] ?? 0] === 0) continue
        tell(place)
        break
      }
    }
  }
}
