import { digitsLookedFor } from './digits'
import { NUMBER, TITLE, WORDS, type LineTexts } from './line-texts'
import type { ListColumns } from './list-columns'
import { CUSTOMERS, type ListName } from './list-row'
import { BEGINNING, INSIDE, WHOLE, worthOf } from './rank-hits'
import type { TextTable } from './text-table'

/** Words that are remembered: of what is being typed, and of what was taken back. Each is a byte for every line. */
const REMEMBERED = 8

/** One text of so many holds a word at most if those are looked through one by one and not all in a run. */
const FEW = 1 / 8

/** Where a word stands. */
interface WordHits {
  /**
   * Of each line: 0, the word is neither in it nor in the name of its list; else 1 more than what it says where it stands (`worthOf`).
   * Null: it is nowhere.
   */
  readonly worths: Uint8Array | null
  /** Numbers of the texts that hold it. */
  readonly texts: readonly number[]
}

/**
 * The lines in which words stand, by word. People type letter after letter and word after word: a word that was looked for is not looked
 * for again, and one that holds another is looked for only where that stands. Exact as long as it is told to `forget` when lines change.
 */
export class WordLines {
  readonly #known = new Map<string, WordHits>()
  readonly #texts: TextTable
  readonly #lines: LineTexts
  readonly #columns: ListColumns
  readonly #nameOf: ListName
  /** How the word that is looked for stands in each text, by number; all 0 in between. */
  #standing = new Uint8Array(0)

  constructor(texts: TextTable, lines: LineTexts, columns: ListColumns, nameOf: ListName) {
    this.#texts = texts
    this.#lines = lines
    this.#columns = columns
    this.#nameOf = nameOf
  }

  /** Lines have changed. */
  forget(): void {
    this.#known.clear()
  }

  /** Of each word, by line: 0 where it is not, else 1 more than what it says where it stands. Null: one of them is nowhere. */
  ofAll(words: readonly string[]): readonly Uint8Array[] | null {
    const found: Uint8Array[] = []
    for (const word of words) {
      const { worths } = this.#of(word)
      if (!worths) return null
      found.push(worths)
    }
    return found
  }

  #of(word: string): WordHits {
    const hits = this.#known.get(word) ?? this.#look(word)
    this.#known.delete(word)
    this.#known.set(word, hits)
    const [oldest] = this.#known.keys()
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest)
    return hits
  }

  #look(word: string): WordHits {
    // Where only its digits stand, the words that stand in it need not.
    const digits = digitsLookedFor(word)
    const within = digits === '' ? this.#within(word) : null
    if (within && !within.worths) return within
    if (this.#standing.length < this.#texts.bound) this.#standing = new Uint8Array(this.#texts.bound)
    const standing = this.#standing
    const texts: number[] = []
    const note = (number: number, begins: boolean, whole: boolean) => {
      texts.push(number)
      standing[number] = whole ? WHOLE : begins ? BEGINNING : INSIDE
    }
    if (within && within.texts.length < this.#texts.count * FEW) {
      for (const number of within.texts) {
        const text = this.#texts.at(number)
        const at = text.indexOf(word)
        if (at >= 0) note(number, at === 0, text === word)
      }
    } else {
      if (digits !== '') this.#texts.scan(digits, note)
      this.#texts.scan(word, note)
    }

    const named = this.#columns.listsWhere((list) => list !== CUSTOMERS && this.#isCalled(list, word))
    if (texts.length === 0 && named.size === 0) return { worths: null, texts }
    const worths = new Uint8Array(this.#columns.length)
    if (texts.length > 0) {
      const how = (place: number, part: number) => standing[this.#lines.at(place, part)] ?? 0
      this.#lines.marked(worths.length, standing, within?.worths, (place) => {
        worths[place] = 1 + worthOf(how(place, NUMBER), how(place, TITLE), how(place, WORDS))
      })
      for (const number of texts) standing[number] = 0
    }
    if (named.size > 0) {
      const isNamed = this.#columns.isIn(...named)
      for (let place = 0; place < worths.length; place += 1) {
        if (worths[place] === 0 && isNamed(place)) worths[place] = 1
      }
    }
    return { worths, texts }
  }

  /** Of the known words that stand in this one the one that the fewest texts hold: no other text or line can hold it. */
  #within(word: string): WordHits | null {
    let fewest: WordHits | null = null
    for (const [known, hits] of this.#known) {
      if (!word.includes(known)) continue
      if (!fewest || hits.texts.length < fewest.texts.length) fewest = hits
    }
    return fewest
  }

  #isCalled(list: string, word: string): boolean {
    const { name, words: further } = this.#nameOf(list)
    return name.toLowerCase().includes(word) || further.includes(word) || list.toLowerCase().includes(word)
  }
}
