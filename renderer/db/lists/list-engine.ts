import { Duplicates } from '../../../shared/customers/duplicates'
import { circleHeads, standingLine } from '../../../shared/customers/merging'
import { ListIndex } from '../../../shared/search/list-index'
import { CUSTOMERS, type ListName, type ListRow } from '../../../shared/search/list-row'
import type { KeptImage } from './line-blocks'
import { listNames } from './list-names'
import type { FormNames, ListNames, QuestionName, Questions, ListedRecord } from './questions'

export type Answers = {
  readonly [N in QuestionName]: (input: Questions[N]['in']) => Questions[N]['out']
}

/** How much of the lists may be of lines as they stood before, of 1. */
const WASTE = 1 / 3

/**
 * Keeps the lists in memory and answers what is asked about them. The stored lines come first (`begin`, `take`, `end`); what is put
 * meanwhile is newer than those.
 */
export class ListEngine {
  #index: ListIndex
  readonly #forms: FormNames
  #names: ListNames = {}
  readonly #nameOf: ListName = (list) => this.#names[list] ?? { name: list, words: '' }
  readonly #early: ListRow[] = []
  /** Customers that bear a link to the one that took them in, as they are stored; and which of them stand all the same. */
  #linked: Map<string, ListRow>
  #heads: ReadonlySet<string> = new Set()
  #duplicates: Duplicates | null = null
  #loading = true

  constructor(forms: FormNames) {
    this.#forms = forms
    this.#index = new ListIndex(this.#nameOf)
    this.#linked = new Map()
  }

  /** Forgets all stored lines; those of an image are taken in their place. */
  begin(image?: KeptImage): void {
    this.#index = new ListIndex(this.#nameOf, image?.lists)
    this.#linked = new Map(image?.linked.map((row) => [row.id, row]))
    this.#names = listNames(this.#forms, image?.names)
    this.#heads = this.#standing()
    this.#duplicates = null
    this.#loading = true
  }

  take(rows: readonly ListRow[]): void {
    this.#keep(rows)
  }

  end(): void {
    this.#loading = false
    this.#keep(this.#early.splice(0))
  }

  put(rows: readonly ListRow[]): void {
    if (this.#loading) this.#early.push(...rows)
    else this.#keep(rows)
  }

  /** How many lines there are. */
  get lines(): number {
    return this.#index.columns.length
  }

  /** A copy of all lists as they stand. */
  image(): KeptImage {
    if (this.#index.waste > WASTE) this.#index = this.#index.anew()
    return { lists: this.#index.image(), linked: [...this.#linked.values()], names: this.#names }
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
    for (const row of rows) {
      links ||= (this.#linked.get(row.id)?.from ?? '') !== row.from
      if (row.from === '') this.#linked.delete(row.id)
      else this.#linked.set(row.id, row)
    }
    if (!links) return []
    const before = this.#heads
    this.#heads = this.#standing()
    const turned = [...before, ...this.#heads].filter((id) => before.has(id) !== this.#heads.has(id))
    return turned.flatMap((id) => {
      const row = this.#linked.get(id)
      return row ? [this.#shown(row)] : []
    })
  }

  #standing(): ReadonlySet<string> {
    return circleHeads(new Map(Array.from(this.#linked.values(), ({ id, from }) => [id, from])))
  }

  #shown(row: ListRow): ListRow {
    return row.list === CUSTOMERS && this.#heads.has(row.id) ? standingLine(row) : row
  }

  #customerRows(ids: readonly string[]): readonly ListRow[] {
    return ids.flatMap((id) => this.#index.row(id) ?? [])
  }

  #recordLines(hits: readonly { readonly id: string }[]): readonly ListedRecord[] {
    return hits.flatMap(({ id }) => (this.#index.line(id) as ListedRecord | undefined) ?? [])
  }

  #compared(): Duplicates {
    return (this.#duplicates ??= new Duplicates(this.#index.rowsIn(CUSTOMERS)))
  }

  readonly #answers: Answers = {
    page: ({ query, from, limit }) => this.#index.page(query, from, limit),
    placeIn: ({ query, id }) => this.#index.placeIn(query, id),
    records: ({ query, from, limit, bare }) => {
      const { lines, ...answer } = this.#index.linesOf(query, from, limit, bare)
      return { ...answer, rows: lines as readonly ListedRecord[] }
    },
    customers: ({ query, from, limit }) => {
      const { ids, ...answer } = this.#index.page({ ...query, list: CUSTOMERS }, from, limit)
      return { ...answer, rows: this.#customerRows(ids) }
    },
    findRecords: ({ text, limit }) =>
      this.#recordLines(this.#index.search(text, limit, (list) => list !== CUSTOMERS)),
    findCustomers: ({ text, limit, active }) =>
      this.#customerRows(
        this.#index
          .search(text, limit, (list) => list === CUSTOMERS, active ? 'active' : undefined)
          .map(({ id }) => id),
      ),
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
