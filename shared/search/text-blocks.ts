/** Lines in one joined string: enough that scanning is one run through memory, few enough that one change is cheap. */
const LINES = 512

/** Stands between two lines; no line holds it. */
const END = '\n'

/** Hears of a line: its place, the text that it stands in, where it begins there, and where the word is first found. */
export type Visit = (place: number, text: string, from: number, at: number) => void

/**
 * Lines of text by place (0…), joined block by block, so that looking for a word is a scan of long strings: measured
 * faster to be ready, smaller and more exact than every search library tried. What is looked through is in lower case and
 * without line breaks; how each line was written is kept as the places at which it differs from that.
 */
export class TextBlocks {
  readonly #blocks: Block[] = []

  /** Places may be left out; such a line is empty. Answers the line as it is looked through. */
  put(place: number, written: string): string {
    const at = Math.floor(place / LINES)
    for (let next = this.#blocks.length; next <= at; next += 1) this.#blocks.push(new Block())
    const line = scannedFrom(written)
    this.#blocks[at]?.put(place % LINES, line, written)
    return line
  }

  /** The line as it was put. */
  writtenAt(place: number): string {
    return this.#blocks[Math.floor(place / LINES)]?.writtenAt(place % LINES) ?? ''
  }

  at(place: number): string {
    return this.#blocks[Math.floor(place / LINES)]?.at(place % LINES) ?? ''
  }

  /** One of the parts into which `separator` (one character) cuts a line, 0…; empty when there are fewer. */
  partAt(place: number, part: number, separator: string): string {
    return this.#blocks[Math.floor(place / LINES)]?.partAt(place % LINES, part, separator) ?? ''
  }

  /** Calls `visit` once for each line that holds the word, in the order of their places. */
  scan(word: string, visit: Visit): void {
    if (word === '' || word.includes(END)) return
    for (const [at, block] of this.#blocks.entries()) block.scan(word, at * LINES, visit)
  }
}

const scannedFrom = (written: string): string => written.replace(/[\r\n]+/g, ' ').toLowerCase()

/** How a letter of a line may have been written when it is looked through as another: a line break, or upper case. */
const otherOf = (letter: string): string => (letter === ' ' ? '\n' : letter.toUpperCase())

/** The places in a line at which it was written otherwise; null where that says too little (`İ`, two line breaks in a row). */
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

class Block {
  /** The lines while they are being changed, and as they were written; null while they stand joined. */
  #lines: string[] | null = []
  #written: string[] = []
  #joined = ''
  /** Where each line begins in `#joined`, and one more for the end. */
  #starts = new Uint32Array(1)
  /** Where something stands in `#joined` that was written otherwise, in rising order. */
  #others = new Uint32Array(0)
  /** Lines whose letters do not say how they were written, by place. */
  #odd: ReadonlyMap<number, string> = new Map()

  put(place: number, line: string, written: string): void {
    const lines = (this.#lines ??= this.#apart())
    while (lines.length < place) {
      lines.push('')
      this.#written.push('')
    }
    lines[place] = line
    this.#written[place] = written
  }

  writtenAt(place: number): string {
    if (this.#lines) return this.#written[place] ?? ''
    const odd = this.#odd.get(place)
    if (odd !== undefined) return odd
    const [from, to] = [this.#starts[place], this.#starts[place + 1]]
    if (from === undefined || to === undefined) return ''
    let written = ''
    let done = from
    for (let next = this.#firstOther(from); ; next += 1) {
      const at = this.#others[next]
      if (at === undefined || at >= to) return written + this.#joined.slice(done, to - END.length)
      written += this.#joined.slice(done, at) + otherOf(this.#joined.charAt(at))
      done = at + 1
    }
  }

  /** The first of `#others` at or behind a place of `#joined`. */
  #firstOther(from: number): number {
    let [low, high] = [0, this.#others.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#others[middle] ?? 0) < from) low = middle + 1
      else high = middle
    }
    return low
  }

  at(place: number): string {
    if (this.#lines) return this.#lines[place] ?? ''
    const [from, to] = [this.#starts[place], this.#starts[place + 1]]
    return from === undefined || to === undefined ? '' : this.#joined.slice(from, to - 1)
  }

  partAt(place: number, part: number, separator: string): string {
    const line = this.#lines ? (this.#lines[place] ?? '') : undefined
    const text = line ?? this.#joined
    let from = line === undefined ? (this.#starts[place] ?? 0) : 0
    const last = line === undefined ? (this.#starts[place + 1] ?? 1) - END.length : line.length
    for (let before = 0; before < part; before += 1) {
      from = text.indexOf(separator, from) + 1
      if (from === 0 || from > last) return ''
    }
    const end = text.indexOf(separator, from)
    return text.slice(from, end < 0 || end > last ? last : end)
  }

  scan(word: string, first: number, visit: Visit): void {
    if (this.#lines) this.#join(this.#lines)
    const starts = this.#starts
    let place = 0
    let found = this.#joined.indexOf(word)
    while (found >= 0) {
      while ((starts[place + 1] ?? Infinity) <= found) place += 1
      visit(first + place, this.#joined, starts[place] ?? 0, found)
      const next = starts[place + 1]
      if (next === undefined) return
      found = this.#joined.indexOf(word, next)
    }
  }

  #apart(): string[] {
    const lines: string[] = []
    const written: string[] = []
    for (let place = 0; place < this.#starts.length - 1; place += 1) {
      lines.push(this.at(place))
      written.push(this.writtenAt(place))
    }
    this.#written = written
    return lines
  }

  #join(lines: readonly string[]): void {
    const starts = new Uint32Array(lines.length + 1)
    const others: number[] = []
    const odd = new Map<number, string>()
    let at = 0
    for (const [place, line] of lines.entries()) {
      const written = this.#written[place] ?? ''
      const found = othersIn(line, written)
      if (found) for (const other of found) others.push(at + other)
      else odd.set(place, written)
      starts[place] = at
      at += line.length + END.length
    }
    starts[lines.length] = at
    this.#joined = lines.map((line) => line + END).join('')
    this.#starts = starts
    this.#others = Uint32Array.from(others)
    this.#odd = odd
    this.#lines = null
    this.#written = []
  }
}
