import { Duplicates } from '../../../shared/customers/duplicates'
import { circleHeads, standingLine } from '../../../shared/customers/merging'
import type { CellKeys } from '../../../shared/search/cell-places'
import { ListIndex, type ListName } from '../../../shared/search/list-index'
import { CUSTOMERS, type ListRow } from '../../../shared/search/list-row'
import type { ListNames, QuestionName, Questions, ListedRecord } from './questions'

/** The lines of records as they stand at this moment. */
export interface RecordLines {
  readonly count: number
  readonly cells: CellKeys
  /** The rank of a line, 0…; -1: there is none. */
  readonly rankOf: (id: string) => number
  /** The lines of these ranks, for `takePacked`. */
  readonly packed: (from: number, to: number) => string
}

export type Answers = {
  readonly [N in QuestionName]: (input: Questions[N]['in']) => Questions[N]['out']
}

/**
 * Keeps the lists in memory and answers what is asked about them. The stored lines come first (`begin`, `take`, `takePacked`,
 * `end`); what is put meanwhile is newer than those.
 */
export class ListEngine {
  #index: ListIndex
  readonly #nameOf: ListName
  readonly #early: ListRow[] = []
  /** Customers, as they are compared with one another. */
  readonly #customers = new Map<string, ListRow>()
  /** Of customers that bear a link, the id of the one that took them in; and which of them stand all the same. */
  readonly #mergedInto = new Map<string, string>()
  #heads: ReadonlySet<string> = new Set()
  #duplicates: Duplicates | null = null
  #loading = true

  constructor(names: ListNames) {
    this.#nameOf = (list) => names[list] ?? { name: list, words: '' }
    this.#index = new ListIndex(this.#nameOf)
  }

  /** Forgets all stored lines. `cells`: where the cells of packed lines stand that are to be taken. */
  begin(cells: CellKeys = {}): void {
    this.#index = new ListIndex(this.#nameOf, cells)
    this.#customers.clear()
    this.#mergedInto.clear()
    this.#heads = new Set()
    this.#duplicates = null
    this.#loading = true
  }

  take(rows: readonly ListRow[]): void {
    this.#keep(rows)
  }

  /** Lines of records. Throws when they cannot be read. */
  takePacked(packed: string): void {
    this.#index.putPacked(packed)
  }

  end(): void {
    this.#loading = false
    this.#keep(this.#early.splice(0))
  }

  put(rows: readonly ListRow[]): void {
    if (this.#loading) this.#early.push(...rows)
    else this.#keep(rows)
  }

  /** The lines of records in the order in which they came. */
  get recordLines(): RecordLines {
    const places = this.#index.columns.allBut(CUSTOMERS)
    return {
      count: places.length,
      cells: this.#index.cellKeys,
      rankOf: (id) => places.indexOf(this.#index.columns.placeOf(id) ?? -1),
      packed: (from, to) => this.#index.packed(places.subarray(from, to)),
    }
  }

  answer<N extends QuestionName>(name: N, input: Questions[N]['in']): Questions[N]['out'] {
    return this.#answers[name](input)
  }

  #keep(rows: readonly ListRow[]): void {
    const customers = rows.filter(({ list }) => list === CUSTOMERS)
    const turned = customers.length > 0 ? this.#follow(customers) : []
    this.#index.put([...rows.map((row) => this.#shown(row)), ...turned])
  }

  /** Notes customers; answers lines of others that stand by it now, or do not any more. */
  #follow(rows: readonly ListRow[]): readonly ListRow[] {
    this.#duplicates = null
    let links = false
    for (const { id, from } of rows) {
      links ||= (this.#mergedInto.get(id) ?? '') !== from
      if (from === '') this.#mergedInto.delete(id)
      else this.#mergedInto.set(id, from)
    }
    for (const row of rows) this.#customers.set(row.id, row)
    if (!links) return []
    const before = this.#heads
    this.#heads = circleHeads(this.#mergedInto)
    const turned = [...before, ...this.#heads].filter((id) => before.has(id) !== this.#heads.has(id))
    return turned.flatMap((id) => {
      const row = this.#customers.get(id)
      return row ? [this.#shown(row)] : []
    })
  }

  #shown(row: ListRow): ListRow {
    return row.list === CUSTOMERS && this.#heads.has(row.id) ? standingLine(row) : row
  }

  /** Customers as lists show them. */
  #customerRows(ids: readonly string[]): readonly ListRow[] {
    return ids.flatMap((id) => {
      const row = this.#customers.get(id)
      return row ? [this.#shown(row)] : []
    })
  }

  #recordLines(hits: readonly { readonly id: string }[]): readonly ListedRecord[] {
    return hits.flatMap(({ id }) => (this.#index.line(id) as ListedRecord | undefined) ?? [])
  }

  #compared(): Duplicates {
    return (this.#duplicates ??= new Duplicates([...this.#customers.values()].map((row) => this.#shown(row))))
  }

  readonly #answers: Answers = {
    page: ({ query, from, limit }) => this.#index.page(query, from, limit),
    placeIn: ({ query, id }) => this.#index.placeIn(query, id),
    records: ({ query, from, limit }) => {
      const { lines, ...answer } = this.#index.linesOf(query, from, limit)
      return { ...answer, rows: lines as readonly ListedRecord[] }
    },
    customers: ({ query, from, limit }) => {
      const { ids, ...answer } = this.#index.page({ ...query, list: CUSTOMERS }, from, limit)
      return { ...answer, rows: this.#customerRows(ids) }
    },
    findRecords: ({ text, limit }) =>
      this.#recordLines(this.#index.search(text, limit, (list) => list !== CUSTOMERS)),
    findCustomers: ({ text, limit }) =>
      this.#customerRows(this.#index.search(text, limit, (list) => list === CUSTOMERS).map(({ id }) => id)),
    find: ({ text, customers, records }) => {
      const found = this.#index.find(text, { customers, records })
      return {
        customers: { count: found.customers.count, rows: this.#customerRows(found.customers.ids) },
        records: {
          count: found.records.count,
          rows: this.#recordLines(found.records.ids.map((id) => ({ id }))),
        },
      }
    },
    dues: ({ until, person, dealt }) => this.#index.dues(until, person, dealt),
    counts: () => this.#index.counts(),
    values: ({ query, column, limit }) => this.#index.values(query, column, limit),
    unlinkedNames: ({ text, limit }) => this.#index.unlinkedNames(text, limit),
    likely: ({ title, cells, except }) => this.#compared().likely({ title, cells }, except),
    duplicates: ({ apart }) => {
      const pairs = new Set(apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
      return this.#compared().groups((a, b) => pairs.has(`${a} ${b}`))
    },
  }
}
