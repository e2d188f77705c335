import { CellPlaces, type CellKeys } from './cell-places'
import { customerKeys } from './customer-keys'
import { CUSTOMERS, type ListLine, type ListName, type ListRow, type ListState } from './list-row'
import type { Day } from '../kernel/dates'
import type {
  Found,
  FoundValue,
  Hit,
  ListAnswer,
  ListCount,
  ListPage,
  ListQuery,
  OpenDue,
} from './list-query'
import { LineTexts, FIRST_CELL, NUMBER, TITLE, type LineImage } from './line-texts'
import { ListColumns, type Column, type ColumnsImage } from './list-columns'
import { makeFilter } from './list-filter'
import { inOrder } from './list-order'
import { sumOf } from './list-totals'
import { openDues } from './open-dues'
import { words } from './pinyin'
import { Likeliest, WORTH_MOST } from './rank-hits'
import { TextTable, type TextImage } from './text-table'
import { WordLines } from './word-hits'

/** Questions whose order is remembered: the lists that are open, and those just left. */
const REMEMBERED = 8

interface Answered {
  readonly revision: number
  readonly order: Uint32Array
  readonly totals: ListAnswer['totals']
}

/** Raised whenever an image is made otherwise. */
export const IMAGE_VERSION = 2

/** All that an index holds, as plain data: few long texts and runs of numbers, which come back without being read through. */
export interface ListImage {
  readonly cells: CellKeys
  readonly texts: TextImage
  readonly lines: LineImage
  readonly columns: ColumnsImage
}

/**
 * Everything that lists and the search know, in memory and compact: each text once, of every line the numbers of its texts, and
 * single columns for what every line has. Answers are exact: the same as looking through all lines.
 */
export class ListIndex {
  readonly columns: ListColumns
  readonly #texts: TextTable
  readonly #lines: LineTexts
  readonly #cells: CellPlaces
  readonly #words: WordLines
  readonly #answers = new Map<string, Answered>()
  readonly #nameOf: ListName
  #revision = 0
  /** How records name the customers (`customerKeys`); forgotten when lines are put in. */
  #keysOf: ((customer: string) => readonly string[]) | null = null

  constructor(nameOf: ListName, image?: ListImage) {
    this.#nameOf = nameOf
    this.columns = new ListColumns(image?.columns)
    this.#texts = new TextTable(true, image?.texts)
    if (!image) this.#texts.numberOf('')
    this.#lines = new LineTexts(image?.lines)
    this.#cells = new CellPlaces(image?.cells)
    this.#words = new WordLines(this.#texts, this.#lines, this.columns, nameOf)
  }

  /** A copy of everything as it stands. */
  image(): ListImage {
    return {
      cells: this.#cells.keys,
      texts: this.#texts.image(),
      lines: this.#lines.image(),
      columns: this.columns.image(),
    }
  }

  /** How much of the memory is of lines as they stood before, of 1. */
  get waste(): number {
    const { count, bound } = this.#texts
    return Math.max(this.#lines.waste, 1 - this.#lines.used(bound) / Math.max(1, count))
  }

  get revision(): number {
    return this.#revision
  }

  /** Puts lines in, or in the place of what stood under their ids. */
  put(rows: Iterable<ListRow>): void {
    for (const row of rows) {
      const texts = [row.number, row.title, row.words, ...this.#cells.textsOf(row)]
      this.#lines.put(
        this.columns.put(row),
        texts.map((text) => this.#texts.numberOf(text)),
      )
    }
    this.#words.forget()
    this.#keysOf = null
    this.#revision += 1
  }

  has(id: string): boolean {
    return this.columns.placeOf(id) !== undefined
  }

  /** The lines that a query leaves, from place `from` on, at most `limit` of them. */
  page(query: ListQuery, from: number, limit: number): ListPage {
    const { order, totals, revision } = this.#answer(query)
    const ids = Array.from(order.subarray(from, from + limit), (place) => this.columns.idAt(place))
    return { count: order.length, totals, revision, ids }
  }

  /** A page with its lines as they were put; `bare`: without their cells and days, which are most of them. */
  linesOf(
    query: ListQuery,
    from: number,
    limit: number,
    bare = false,
  ): ListAnswer & { readonly lines: readonly ListLine[] } {
    const { order, totals, revision } = this.#answer(query)
    const lineAt = (place: number) => (bare ? this.#bareAt(place) : this.#lineAt(place))
    const lines = Array.from(order.subarray(from, from + limit), lineAt)
    return { count: order.length, totals, revision, lines }
  }

  /** What lists show of the line of an id. */
  line(id: string): ListLine | undefined {
    const place = this.columns.placeOf(id)
    return place === undefined ? undefined : this.#lineAt(place)
  }

  /** The line of an id, as it was put. */
  row(id: string): ListRow | undefined {
    const place = this.columns.placeOf(id)
    return place === undefined ? undefined : this.#rowAt(place)
  }

  /** The lines of a list, in the order in which they came. */
  rowsIn(list: string): readonly ListRow[] {
    return Array.from(this.columns.all().filter(this.columns.isIn(list)), (place) => this.#rowAt(place))
  }

  /** Another index of the same lines, without what lines held before. */
  anew(): ListIndex {
    const index = new ListIndex(this.#nameOf)
    for (const place of this.columns.all()) index.put([this.#rowAt(place)])
    index.#revision = this.#revision
    return index
  }

  #rowAt(place: number): ListRow {
    const line = Array.from(this.#lines.of(place), (text) => this.#texts.writtenAt(text))
    const row = this.columns.rowAt(place)
    const [number = '', title = '', words = '', ...texts] = line
    return { ...row, number, title, words, cells: this.#cells.cellsOf(row.list, texts) }
  }

  #lineAt(place: number): ListLine {
    const { from: _from, closed: _closed, words: _words, ...line } = this.#rowAt(place)
    return line
  }

  #bareAt(place: number): ListLine {
    const { from: _from, closed: _closed, ...line } = this.columns.headAt(place)
    const text = (part: number) => this.#texts.writtenAt(this.#lines.at(place, part))
    return { ...line, number: text(NUMBER), title: text(TITLE), cells: {}, dues: [] }
  }

  /** Where a line stands in a query's order; -1 when the query leaves it out. */
  placeIn(query: ListQuery, id: string): number {
    const place = this.columns.placeOf(id)
    return place === undefined ? -1 : this.#answer(query).order.indexOf(place)
  }

  /** Lines in which every word occurs, the likeliest first; `lists` says in which lists, `only` of which states. */
  search(text: string, limit: number, lists?: (list: string) => boolean, only?: ListState): readonly Hit[] {
    const found = new Likeliest(limit)
    const wanted = lists && this.columns.isIn(...this.columns.listsWhere(lists))
    this.#offer(words(text), (place) =>
      (wanted === undefined || wanted(place)) && (only === undefined || this.columns.stateAt(place) === only)
        ? found
        : null,
    )
    return found.places.map((place) => ({ id: this.columns.idAt(place), list: this.columns.listAt(place) }))
  }

  /** The same for the one search box: customers and records apart, each with how many there are in all. */
  find(
    text: string,
    limits: { readonly customers: number; readonly records: number },
  ): { readonly customers: Found; readonly records: Found } {
    const customers = new Likeliest(limits.customers)
    const records = new Likeliest(limits.records)
    const isCustomer = this.columns.isIn(CUSTOMERS)
    this.#offer(words(text), (place) => (isCustomer(place) ? customers : records))
    const found = ({ count, places }: Likeliest): Found => ({
      count,
      ids: places.map((place) => this.columns.idAt(place)),
    })
    return { customers: found(customers), records: found(records) }
  }

  /** Days to be kept, up to and with `until`, the earliest first; `person`: of what this one wrote or handles; `dealt`: those dealt with. */
  dues(until: Day, person?: string, dealt = false): readonly OpenDue[] {
    return openDues(
      this.columns,
      (place) => this.#texts.at(this.#lines.at(place, TITLE)),
      until,
      person,
      dealt,
    )
  }

  /** How many lines each list has. */
  counts(): readonly ListCount[] {
    const counts = new Map<number, number>()
    for (let place = 0; place < this.columns.length; place += 1) {
      const list = this.columns.listNumberAt(place)
      counts.set(list, (counts.get(list) ?? 0) + 1)
    }
    return Array.from(counts, ([list, count]) => ({ list: this.columns.lists[list] ?? '', count }))
  }

  /**
   * What stands in a column of the lines that a query leaves, the most frequent first; texts of fields in lower case, with
   * the first line in which each stands.
   */
  values(query: ListQuery, column: string, limit: number): readonly FoundValue[] {
    const { numberAt, textOf, bound } = this.#column(column)
    const counts = new Uint32Array(bound)
    const found = new Map<number, number>()
    for (const place of this.#answer(query).order) {
      const number = numberAt(place)
      if (counts[number] === 0) found.set(number, place)
      counts[number] = (counts[number] ?? 0) + 1
    }
    const values = new Map<string, { count: number; readonly place: number }>()
    for (const [number, place] of found) {
      const [value, count] = [textOf(number), counts[number] ?? 0]
      const known = values.get(value)
      if (known) known.count += count
      else if (value !== '') values.set(value, { count, place })
    }
    return [...values]
      .map(([value, { count, place }]) => ({ value, count, id: this.columns.idAt(place) }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, limit)
  }

  /** Names of customers that records bear without a link, the latest first, in which the text occurs. */
  unlinkedNames(text: string, limit: number): readonly string[] {
    const wanted = text.trim().toLowerCase()
    const names = new Set<string>()
    for (const place of this.columns.latest()) {
      for (const key of this.columns.customersAt(place)) {
        if (key.startsWith('=') && key.toLowerCase().includes(wanted)) names.add(key.slice(1))
      }
      if (names.size >= limit) break
    }
    return [...names].slice(0, limit)
  }

  /** A column of any list; texts of fields in lower case. */
  #column(column: string): Column {
    switch (column) {
      case '@list':
        return {
          bound: this.columns.lists.length,
          numberAt: (place) => this.columns.listNumberAt(place),
          textOf: (number) => this.#nameOf(this.columns.lists[number] ?? '').name,
        }
      case '@number':
        return this.#textColumn((place) => this.#lines.at(place, NUMBER))
      case '@title':
        return this.#textColumn((place) => this.#lines.at(place, TITLE))
      default:
        if (column.startsWith('@')) return this.columns.column(column)
    }
    const parts = this.columns.lists.map((list) => this.#cells.placeOf(list, column))
    return this.#textColumn((place) => {
      const at = parts[this.columns.listNumberAt(place)]
      return at === undefined ? 0 : this.#lines.at(place, FIRST_CELL + at)
    })
  }

  #keysOfCustomer(customer: string): readonly string[] {
    this.#keysOf ??= customerKeys(this.columns, (place) =>
      this.#texts.writtenAt(this.#lines.at(place, TITLE)),
    )
    return this.#keysOf(customer)
  }

  #textColumn(numberAt: (place: number) => number): Column {
    return { bound: this.#texts.bound, numberAt, textOf: (number) => this.#texts.at(number) }
  }

  #answer(query: ListQuery): Answered {
    const key = JSON.stringify(query)
    const known = this.#answers.get(key)
    if (known?.revision === this.#revision) return known
    const fits = makeFilter(
      query,
      this.columns,
      (column) => this.#column(column),
      (customer) => this.#keysOfCustomer(customer),
    )
    const wanted = words(query.text ?? '')
    const among = wanted.length === 0 ? this.columns.latest() : this.#matching(wanted)
    const left = leftOf(among, fits)
    const order = inOrder(left, query.sort, this.#column(query.sort?.column ?? ''))
    const totals = Object.fromEntries(
      (query.totals ?? []).map((column) => {
        const { numberAt, textOf } = this.#column(column)
        return [column, sumOf(order, (place) => textOf(numberAt(place)))]
      }),
    )
    const answer: Answered = { revision: this.#revision, order, totals }
    this.#answers.delete(key)
    this.#answers.set(key, answer)
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > REMEMBERED && oldest !== undefined) this.#answers.delete(oldest)
    return answer
  }

  /**
   * Offers every line in which all words occur to the group that it belongs to; without words none. A closed customer (销户)
   * stands behind all others: one seldom means it.
   */
  #offer(wanted: readonly string[], groupOf: (place: number) => Likeliest | null): void {
    if (wanted.length === 0) return
    const { columns } = this
    const found = this.#words.ofAll(wanted)
    if (!found) return
    const isCustomer = columns.isIn(CUSTOMERS)
    for (let place = 0; place < columns.length; place += 1) {
      const worth = worthAt(found, place)
      if (worth < 0 || columns.stateAt(place) === 'merged') continue
      const behind = columns.stateAt(place) === 'closed' && isCustomer(place) ? WORTH_MOST + 1 : 0
      groupOf(place)?.offer(place, worth - behind, columns.updatedAt(place))
    }
  }

  /** Places in which every word occurs, the latest change first. */
  #matching(wanted: readonly string[]): Uint32Array {
    const found = this.#words.ofAll(wanted)
    return found ? leftOf(this.columns.latest(), (place) => worthAt(found, place) >= 0) : new Uint32Array(0)
  }
}

/** What all words together say of a line in which they stand (`WordLines`); -1: one of them does not. */
function worthAt(found: readonly Uint8Array[], place: number): number {
  let worth = 0
  for (const worths of found) {
    const each = worths[place] ?? 0
    if (each === 0) return -1
    worth += each - 1
  }
  return Math.min(WORTH_MOST, worth)
}

/** As `filter` does it; a loop of one's own takes half of the time. */
function leftOf(places: Uint32Array, fits: (place: number) => boolean): Uint32Array {
  const left = new Uint32Array(places.length)
  let count = 0
  for (const place of places) if (fits(place)) left[count++] = place
  return left.subarray(0, count)
}
