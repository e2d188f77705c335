import { bytes, integers } from './growing'
import type { Due } from './list-row'
import type { TextTable } from './text-table'

/** Numbers that are kept of a day: label, day, word of whoever dealt with it (0: nobody; else 1 more), field, person, customer. */
const KEPT = 6
const DONE = 1
const NEXT = 2

const none: readonly Due[] = []

export interface DueImage {
  readonly starts: Uint32Array
  readonly counts: Uint32Array
  readonly kept: Uint32Array
  readonly flags: Uint8Array
}

/** The days that somebody has to keep, by the place of their line; of the texts in them their numbers. */
export class DueColumns {
  readonly #texts: TextTable
  readonly #starts
  readonly #counts
  readonly #kept
  readonly #flags

  constructor(texts: TextTable, image?: DueImage) {
    this.#texts = texts
    this.#starts = integers(image?.starts)
    this.#counts = integers(image?.counts)
    this.#kept = integers(image?.kept)
    this.#flags = bytes(image?.flags)
  }

  image(): DueImage {
    const [starts, counts] = [this.#starts.copy(), this.#counts.copy()]
    return { starts, counts, kept: this.#kept.copy(), flags: this.#flags.copy() }
  }

  put(place: number, dues: readonly Due[]): void {
    // What a line had before is written over where there is room.
    if (dues.length > (this.#counts.data[place] ?? 0)) this.#starts.put(place, this.#flags.length)
    else this.#starts.reach(place + 1)
    this.#counts.put(place, dues.length)
    const start = this.#starts.data[place] ?? 0
    for (const [at, due] of dues.entries()) this.#write(start + at, due)
  }

  hasAny(place: number): boolean {
    return (this.#counts.data[place] ?? 0) > 0
  }

  /** Those at a place that are neither done nor later than `until`; `dealt`: those that somebody dealt with, or the others. */
  upTo(place: number, until: string, dealt: boolean): readonly Due[] {
    return this.#read(place, (at) => {
      if (((this.#flags.data[at] ?? 0) & DONE) !== 0) return false
      if ((this.#kept.data[at * KEPT + 2] ?? 0) > 0 !== dealt) return false
      return this.#texts.writtenAt(this.#kept.data[at * KEPT + 1] ?? 0) <= until
    })
  }

  at(place: number): readonly Due[] {
    return this.#read(place, () => true)
  }

  #read(place: number, isWanted: (at: number) => boolean): readonly Due[] {
    const count = this.#counts.data[place] ?? 0
    if (count === 0) return none
    const start = this.#starts.data[place] ?? 0
    const dues: Due[] = []
    for (let at = start; at < start + count; at += 1) if (isWanted(at)) dues.push(this.#due(at))
    return dues
  }

  #write(at: number, { label, on, dealt, at: field, who, about, done, kind }: Due): void {
    const numbers = [label, on, field, who, about].map((text) => this.#texts.numberOf(text))
    const dealtAs = dealt === undefined ? 0 : this.#texts.numberOf(dealt) + 1
    const [first = 0, second = 0, ...others] = numbers
    for (const [column, number] of [first, second, dealtAs, ...others].entries()) {
      this.#kept.put(at * KEPT + column, number)
    }
    this.#flags.put(at, (done ? DONE : 0) | (kind === 'next' ? NEXT : 0))
  }

  #due(at: number): Due {
    const from = at * KEPT
    const text = (column: number) => this.#texts.writtenAt(this.#kept.data[from + column] ?? 0)
    const dealt = this.#kept.data[from + 2] ?? 0
    const flags = this.#flags.data[at] ?? 0
    return {
      label: text(0),
      on: text(1),
      done: (flags & DONE) !== 0,
      kind: (flags & NEXT) === 0 ? 'deadline' : 'next',
      at: text(3),
      who: text(4),
      about: text(5),
      ...(dealt === 0 ? {} : { dealt: this.#texts.writtenAt(dealt - 1) }),
    }
  }
}
