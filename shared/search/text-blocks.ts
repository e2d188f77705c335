/** Lines in one joined string: enough that scanning is one run through memory, few enough that one change is cheap. */
const LINES = 512

/** Stands between two lines; no line holds it. */
const END = '\n'

/** Hears of a line: its place, the text that it stands in, where it begins there, and where the word is first found. */
export type Visit = (place: number, text: string, from: number, at: number) => void

/**
 * Lines of text by place (0…), joined block by block, so that looking for a word is a scan of long strings: measured
 * faster to be ready, smaller and more exact than every search library tried.
 */
export class TextBlocks {
  readonly #blocks: Block[] = []

  /** Places may be left out; such a line is empty. Line breaks become spaces. */
  put(place: number, line: string): void {
    const at = Math.floor(place / LINES)
    for (let next = this.#blocks.length; next <= at; next += 1) this.#blocks.push(new Block())
    this.#blocks[at]?.put(place % LINES, line.replace(/[\r\n]+/g, ' '))
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

class Block {
  /** The lines while they are being changed; null while they stand joined. */
  #lines: string[] | null = []
  #joined = ''
  /** Where each line begins in `#joined`, and one more for the end. */
  #starts = new Uint32Array(1)

  put(place: number, line: string): void {
    const lines = (this.#lines ??= this.#apart())
    while (lines.length < place) lines.push('')
    lines[place] = line
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
    for (let place = 0; place < this.#starts.length - 1; place += 1) lines.push(this.at(place))
    return lines
  }

  #join(lines: readonly string[]): void {
    const starts = new Uint32Array(lines.length + 1)
    let at = 0
    for (const [place, line] of lines.entries()) {
      starts[place] = at
      at += line.length + END.length
    }
    starts[lines.length] = at
    this.#joined = lines.map((line) => line + END).join('')
    this.#starts = starts
    this.#lines = null
  }
}
