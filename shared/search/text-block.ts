import { integers, type Growing } from './growing'

/** Stands behind each text; no text holds it as it is looked through. */
const END = '\n'

/** Texts that wait to be joined to the others: joining copies all of them. */
const WAITING = 256

/** Hears of a text: its number in the block, where it begins and ends in `joined`, and where the word is first found in it. */
export type Visit = (at: number, from: number, to: number, found: number) => void

export interface BlockImage {
  readonly joined: string
  readonly ends: Uint32Array
  readonly others: Uint32Array
  readonly odd: readonly (readonly [at: number, written: string])[]
}

/**
 * Some thousand texts in one string, each behind the others, so that looking for a word is a scan of one long string. What is looked
 * through is in lower case and without line breaks; how a text was written is kept as the letters at which it differs from that.
 */
export class TextBlock {
  /** Whether all letters are ASCII: such a string takes half of the memory, and of a scan. */
  readonly #narrow: boolean
  #joined: string
  /** Where each text ends in `#joined`, its `END` included, those that wait too. */
  readonly #ends: Growing<Uint32Array>
  /** Letters of `#joined` that were written otherwise, in rising order. */
  readonly #others: Growing<Uint32Array>
  /** Texts whose letters do not say how they were written. */
  readonly #odd: Map<number, string>
  #waiting: string[] = []

  constructor(narrow: boolean, image?: BlockImage) {
    this.#narrow = narrow
    this.#joined = image?.joined ?? ''
    this.#ends = integers(image?.ends)
    this.#others = integers(image?.others)
    this.#odd = new Map(image?.odd)
  }

  get count(): number {
    return this.#ends.length
  }

  image(): BlockImage {
    return { joined: this.#all(), ends: this.#ends.copy(), others: this.#others.copy(), odd: [...this.#odd] }
  }

  add(line: string, written: string): void {
    const at = this.count
    const from = this.#end(at - 1)
    const others = othersIn(line, written)
    if (others) for (const other of others) this.#others.push(from + other)
    else this.#odd.set(at, written)
    this.#ends.push(from + line.length + END.length)
    this.#waiting.push(line)
    if (this.#waiting.length >= WAITING) this.#all()
  }

  /** The text as it is looked through. */
  at(at: number): string {
    const waits = at - (this.count - this.#waiting.length)
    if (waits >= 0) return this.#waiting[waits] ?? ''
    return this.#joined.slice(this.#end(at - 1), this.#end(at) - END.length)
  }

  /** The text as it was put. */
  writtenAt(at: number): string {
    const odd = this.#odd.get(at)
    if (odd !== undefined) return odd
    const line = this.at(at)
    const [from, to] = [this.#end(at - 1), this.#end(at)]
    let written = ''
    let done = 0
    for (let next = this.#firstOther(from); next < this.#others.length; next += 1) {
      const other = (this.#others.data[next] ?? to) - from
      if (other >= to - from) break
      written += line.slice(done, other) + otherOf(line.charAt(other))
      done = other + 1
    }
    return done === 0 ? line : written + line.slice(done)
  }

  /** Whether a text was written so. */
  isAt(at: number, written: string): boolean {
    const [from, to] = [this.#end(at - 1), this.#end(at) - END.length]
    // Of one length, unless its letters do not say how it was written.
    if (to - from !== written.length && !this.#odd.has(at)) return false
    const other = this.#others.data[this.#firstOther(from)]
    if ((other !== undefined && other < to) || this.#odd.has(at)) return this.writtenAt(at) === written
    return this.at(at) === written
  }

  /** Calls `visit` once for each text that holds the word, in their order. */
  scan(word: string, visit: Visit): void {
    const joined = this.#all()
    let found = joined.indexOf(word)
    for (let at = 0; found >= 0; at += 1) {
      const ends = this.#ends.data
      while ((ends[at] ?? Infinity) <= found) at += 1
      const end = this.#end(at)
      visit(at, this.#end(at - 1), end - END.length, found)
      found = joined.indexOf(word, end)
    }
  }

  #end(at: number): number {
    return at < 0 ? 0 : (this.#ends.data[at] ?? 0)
  }

  #all(): string {
    if (this.#waiting.length > 0) {
      const joined = this.#joined + this.#waiting.join(END) + END
      this.#joined = this.#narrow ? asNarrow(joined) : joined
      this.#waiting = []
    }
    return this.#joined
  }

  /** The first of `#others` at or behind a letter of `#joined`. */
  #firstOther(from: number): number {
    let [low, high] = [0, this.#others.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#others.data[middle] ?? 0) < from) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Engines keep a piece of a wide string wide, whatever its letters are; what is decoded from ASCII is narrow. */
const asNarrow = (ascii: string): string => new TextDecoder().decode(new TextEncoder().encode(ascii))

export const scannedFrom = (written: string): string => written.replace(/[\r\n]+/g, ' ').toLowerCase()

/** How a letter of a text may have been written when it is looked through as another: a line break, or upper case. */
const otherOf = (letter: string): string => (letter === ' ' ? '\n' : letter.toUpperCase())

/** The letters at which a text was written otherwise; null where that says too little (`İ`, two line breaks in a row). */
function othersIn(line: string, written: string): readonly number[] | null {
  if (line === written) return []
  if (line.length !== written.length) return null
  const others: number[] = []
  for (let at = 0; at < line.length; at += 1) {
    if (line.charCodeAt(at) === written.charCodeAt(at)) continue
    if (otherOf(line.charAt(at)) !== written.charAt(at)) return null
    others.push(at)
  }
  return others
}
