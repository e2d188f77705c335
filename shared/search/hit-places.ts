import type { FieldColumn } from './columns'
import { digitsLookedFor } from './digits'
import type { Cells } from './list-row'
import { placesOf } from './pinyin'

/** From and to (not included), in UTF-16 units. */
export type Span = readonly [from: number, to: number]

/** A text and what of it was searched for. */
export interface Marked {
  readonly text: string
  /** In rising order, apart from one another. */
  readonly marks: readonly Span[]
}

/** A field in which a word was found. */
export interface FoundCell {
  readonly column: FieldColumn
  /** The part of its text that holds the word. */
  readonly part: Marked
}

export interface HitPlaces {
  readonly number: Marked
  readonly title: Marked
  readonly form: Marked
  /** Where the words stand that are in none of these; the first fields that hold them. */
  readonly cells: readonly FoundCell[]
}

/** A line that the search found, as it is shown. */
export interface HitLine {
  readonly number: string
  readonly title: string
  /** Name of the form; empty for customers. */
  readonly form: string
  readonly cells: Cells
}

/** Characters of a field around a word. */
const PART = 36
const BEFORE = 10
/** Fields that are shown of one line. */
const MOST = 2

/** Where the words of a search (`words`) stand in a line: in what is always shown, and else in its fields. */
export function whereFound(
  line: HitLine,
  columns: readonly FieldColumn[],
  wanted: readonly string[],
): HitPlaces {
  const heads = [line.title, line.form]
  const others = wanted.filter(
    (word) => !numberPlaces(line.number, word) && !heads.some((text) => placesOf(text, word)),
  )
  const cells = new Map<FieldColumn, Marked>()
  for (const word of others) {
    const column = columns.find((each) => placesIn(each, line.cells[each.key] ?? '', word) !== null)
    if (!column || cells.has(column) || cells.size >= MOST) continue
    const text = line.cells[column.key] ?? ''
    const places = others.flatMap((each) => placesIn(column, text, each) ?? [])
    cells.set(column, partOf({ text, marks: spans(places) }))
  }
  return {
    number: {
      text: line.number,
      marks: spans(wanted.flatMap((word) => numberPlaces(line.number, word) ?? [])),
    },
    title: markIn(line.title, wanted),
    form: markIn(line.form, wanted),
    cells: [...cells].map(([column, part]) => ({ column, part })),
  }
}

/** A text with every word that stands in it, as written or as pinyin. */
export const markIn = (text: string, wanted: readonly string[]): Marked => ({
  text,
  marks: spans(wanted.flatMap((word) => placesOf(text, word) ?? [])),
})

/** Only names are found by pinyin, and phones and the number by their digits alone. */
function placesIn({ field }: FieldColumn, text: string, word: string): readonly number[] | null {
  if (text === '') return null
  const { type } = field.type
  if (type === 'person' || type === 'customer') return placesOf(text, word)
  const at = text.toLowerCase().indexOf(word)
  if (at >= 0) return Array.from({ length: word.length }, (_, i) => at + i)
  return type === 'phone' ? digitPlaces(text, word) : null
}

const numberPlaces = (number: string, word: string): readonly number[] | null =>
  placesOf(number, word) ?? digitPlaces(number, word)

/** By its digits alone, whatever is written between them here or in the word. */
function digitPlaces(text: string, written: string): readonly number[] | null {
  const word = /^\d+$/.test(written) ? written : digitsLookedFor(written)
  if (word === '') return null
  const digits = [...text.matchAll(/\d/g)]
  const at = digits
    .map(([digit]) => digit)
    .join('')
    .indexOf(word)
  return at < 0 ? null : digits.slice(at, at + word.length).map(({ index }) => index)
}

function spans(places: readonly number[]): readonly Span[] {
  const found: [number, number][] = []
  for (const place of [...new Set(places)].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last?.[1] === place) last[1] = place + 1
    else found.push([place, place + 1])
  }
  return found
}

/** A long text around its first mark, in one line. */
function partOf({ text, marks }: Marked): Marked {
  const line = text.replace(/[\r\n]/g, ' ')
  if (line.length <= PART) return { text: line, marks }
  const first = marks[0]?.[0] ?? 0
  const from = whole(line, Math.max(0, Math.min(first - BEFORE, line.length - PART)))
  const to = whole(line, Math.min(line.length, from + PART))
  const shift = from > 0 ? from - 1 : from
  return {
    text: `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`,
    marks: marks.flatMap(([a, b]): readonly Span[] => {
      const [begin, end] = [Math.max(a, from), Math.min(b, to)]
      return begin < end ? [[begin - shift, end - shift]] : []
    }),
  }
}

/** Never between the halves of a rare character. */
const whole = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? Math.max(0, at - 1) : at
