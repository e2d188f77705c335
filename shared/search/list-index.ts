import { CellPlaces, type CellKeys } from './cell-places'
import { CUSTOMERS, type ListLine, type ListRow } from './list-row'
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
import { ListColumns } from './list-columns'
import { makeFilter } from './list-filter'
import { inOrder } from './list-order'
import { sumOf } from './list-totals'
import { openDues } from './open-dues'
import { packLines, unpackLines } from './packed-lines'
import { Likeliest, WORTH_MOST, worthOf } from './rank-hits'
import { words } from './pinyin'
import { TextBlocks } from './text-blocks'

/** Stands between the texts of one line. */
const BETWEEN = '\u001f'
/** This and what packed lines have between them: no text holds them. */
const OWN_SIGNS = /[\u001e\u001f]/g
/** Texts of a line before its cells: number, title, further words. */
const FIRST_CELL = 3
/** Questions whose order is remembered: the lists that are open, and those just left. */
const REMEMBERED = 8

interface Answered {
  readonly revision: number
  readonly order: Uint32Array
  readonly totals: ListAnswer['totals']
}

/** What a form is called, and further words by which its records are found (pinyin, initials). */
export type ListName = (list: string) => { readonly name: string; readonly words: string }

/**
 * Everything that lists and the search know, in memory and compact: single columns for what every line has, one scanned
 * text for the rest. 100,000 lines take some 60 MB. Answers are exact: the same as looking through all lines.
 */
export class ListIndex {
  readonly columns = new ListColumns()
  readonly #texts = new TextBlocks()
  readonly #cells: CellPlaces
  /** Where number and title of each line end, counted from its beginning. */
  readonly #numberEnds: number[] = []
  readonly #titleEnds: number[] = []
  readonly #answers = new Map<string, Answered>()
  readonly #nameOf: ListName
  #revision = 0

  /** `cells`: as `cellKeys` of the index told them whose packed lines are to be put in. */
  constructor(nameOf: ListName, cells: CellKeys = {}) {
    this.#nameOf = nameOf
    this.#cells = new CellPlaces(cells)
  }

  get cellKeys(): CellKeys {
    return this.#cells.keys
  }

  get revision(): number {
    return this.#revision
  }

  /** Puts lines in, or in the place of what stood under their ids. */
  put(rows: Iterable<ListRow>): void {
    for (const row of rows) this.#putLine(this.columns.put(row), this.#lineOf(row))
    this.#revision += 1
  }

  /** The lines at these places as one text. */
  packed(places: Iterable<number>): string {
    return packLines(
      Array.from(places, (at) => ({ row: this.columns.rowAt(at), text: this.#texts.writtenAt(at) })),
    )
  }

  /** Puts in what another index packed, which had the cells at the same places. Throws when the text cannot be read. */
  putPacked(packed: string): void {
    for (const { row, text } of unpackLines(packed)) this.#putLine(this.columns.put(row), text)
    this.#revision += 1
  }

  #putLine(place: number, line: string): void {
    const kept = this.#texts.put(place, line)
    const number = kept.indexOf(BETWEEN)
    this.#numberEnds[place] = number
    this.#titleEnds[place] = kept.indexOf(BETWEEN, number + 1)
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

  /** A page with its lines as they were put. */
  linesOf(
    query: ListQuery,
    from: number,
    limit: number,
  ): ListAnswer & { readonly lines: readonly ListLine[] } {
    const { order, totals, revision } = this.#answer(query)
    const lines = Array.from(order.subarray(from, from + limit), (place) => this.#lineAt(place))
    return { count: order.length, totals, revision, lines }
  }

  /** The line of an id, as it was put. */
  line(id: string): ListLine | undefined {
    const place = this.columns.placeOf(id)
    return place === undefined ? undefined : this.#lineAt(place)
  }

  #lineAt(place: number): ListLine {
    const { from: _, ...row } = this.columns.rowAt(place)
    const [number = '', title = '', , ...texts] = this.#texts.writtenAt(place).split(BETWEEN)
    return { ...row, number, title, cells: this.#cells.cellsOf(row.list, texts) }
  }

  /** Where a line stands in a query's order; -1 when the query leaves it out. */
  placeIn(query: ListQuery, id: string): number {
    const place = this.columns.placeOf(id)
    return place === undefined ? -1 : this.#answer(query).order.indexOf(place)
  }

  /** Lines in which every word occurs, the likeliest first; `lists` says in which lists. */
  search(text: string, limit: number, lists?: (list: string) => boolean): readonly Hit[] {
    const found = new Likeliest(limit)
    const wanted = lists && this.columns.isIn(...this.columns.listsWhere(lists))
    this.#offer(words(text), (place) => (wanted === undefined || wanted(place) ? found : null))
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
    return openDues(this.columns, (place) => this.textAt(place, '@title'), until, person, dealt)
  }

  /** How many lines each list has. */
  counts(): readonly ListCount[] {
    const counts = new Map<string, number>()
    for (let place = 0; place < this.columns.length; place += 1) {
      const list = this.columns.listAt(place)
      counts.set(list, (counts.get(list) ?? 0) + 1)
    }
    return [...counts].map(([list, count]) => ({ list, count }))
  }

  /**
   * What stands in a column of the lines that a query leaves, the most frequent first; texts of fields in lower case, with
   * the first line in which each stands.
   */
  values(query: ListQuery, column: string, limit: number): readonly FoundValue[] {
    const found = new Map<string, { count: number; readonly place: number }>()
    for (const place of this.#answer(query).order) {
      const value = this.textAt(place, column)
      const known = found.get(value)
      if (known) known.count += 1
      else if (value !== '') found.set(value, { count: 1, place })
    }
    return [...found]
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

  /** The text of one column of the line at a place, lower case. */
  textAt(place: number, column: string): string {
    switch (column) {
      case '@list':
        return this.#nameOf(this.columns.listAt(place)).name
      case '@number':
        return this.#part(place, 0)
      case '@title':
        return this.#part(place, 1)
      default:
        if (column.startsWith('@')) return this.columns.textAt(place, column)
    }
    const at = this.#cells.placeOf(this.columns.listAt(place), column)
    return at === undefined ? '' : this.#part(place, FIRST_CELL + at)
  }

  #part(place: number, part: number): string {
    return this.#texts.partAt(place, part, BETWEEN)
  }

  #answer(query: ListQuery): Answered {
    const key = JSON.stringify(query)
    const known = this.#answers.get(key)
    if (known?.revision === this.#revision) return known
    const fits = makeFilter(query, this.columns, (place, column) => this.textAt(place, column))
    const wanted = words(query.text ?? '')
    const among = wanted.length === 0 ? this.columns.latest() : this.#matching(wanted)
    const left = among.filter(fits)
    const order = inOrder(left, query.sort, (place, column) => this.textAt(place, column))
    const totals = Object.fromEntries(
      (query.totals ?? []).map((column) => [column, sumOf(order, (place) => this.textAt(place, column))]),
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
    const worth = new Uint8Array(columns.length)
    const hits = this.#hits(wanted, worth)
    const isCustomer = columns.isIn(CUSTOMERS)
    for (let place = 0; place < hits.length; place += 1) {
      if (hits[place] !== wanted.length || columns.stateAt(place) === 'merged') continue
      const behind = columns.stateAt(place) === 'closed' && isCustomer(place) ? WORTH_MOST + 1 : 0
      groupOf(place)?.offer(place, (worth[place] ?? 0) - behind, columns.updatedAt(place))
    }
  }

  /** Places in which every word occurs, the latest change first. */
  #matching(wanted: readonly string[]): Uint32Array {
    const hits = this.#hits(wanted)
    return this.columns.latest().filter((place) => hits[place] === wanted.length)
  }

  /**
   * How many of the words, one after the other, occur in each line or in the name of its list. `worth` takes what they say
   * where they stand.
   */
  #hits(wanted: readonly string[], worth?: Uint8Array): Uint8Array {
    const hits = new Uint8Array(this.columns.length)
    for (const [at, word] of wanted.entries()) {
      this.#texts.scan(word, (place, text, from, found) => {
        if (hits[place] !== at) return
        hits[place] = at + 1
        if (!worth) return
        const says = worthOf(
          word,
          text,
          from,
          found,
          this.#numberEnds[place] ?? 0,
          this.#titleEnds[place] ?? 0,
        )
        worth[place] = Math.min(WORTH_MOST, (worth[place] ?? 0) + says)
      })
      const named = this.columns.listsWhere((list) => list !== CUSTOMERS && this.#isCalled(list, word))
      if (named.size === 0) continue
      const isNamed = this.columns.isIn(...named)
      for (let place = 0; place < hits.length; place += 1) {
        if (hits[place] === at && isNamed(place)) hits[place] = at + 1
      }
    }
    return hits
  }

  #isCalled(list: string, word: string): boolean {
    const { name, words: further } = this.#nameOf(list)
    return name.toLowerCase().includes(word) || further.includes(word) || list.toLowerCase().includes(word)
  }

  #lineOf(row: ListRow): string {
    const texts = [row.number, row.title, row.words, ...this.#cells.textsOf(row)]
    return texts.map((text) => text.replace(OWN_SIGNS, ' ')).join(BETWEEN)
  }
}
