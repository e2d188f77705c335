import type { Day } from '../kernel/dates'
import { DueColumns, type DueImage } from './due-columns'
import { bytes, decimals, integers } from './growing'
import { LatestOrder } from './latest-order'
import type { Due, ListRow, ListState } from './list-row'
import { TextTable, type TextImage } from './text-table'

/** What stands of a line in columns; the rest is its texts. */
export type ColumnRow = Omit<ListRow, 'number' | 'title' | 'cells' | 'words'>

const STATES: readonly ListState[] = ['draft', 'submitted', 'closed', 'void', 'active', 'merged']

const none: readonly string[] = []

/** A column as numbers by place; those of equal texts may differ. All are below `bound`. */
export interface Column {
  readonly bound: number
  readonly numberAt: (place: number) => number
  readonly textOf: (number: number) => string
}

export interface ColumnsImage {
  readonly ids: TextImage
  readonly names: TextImage
  readonly lists: readonly string[]
  readonly list: Uint32Array
  readonly state: Uint8Array
  readonly closed: Uint8Array
  readonly on: Uint32Array
  readonly createdAt: Float64Array
  readonly updatedAt: Float64Array
  readonly createdBy: Uint32Array
  readonly updatedBy: Uint32Array
  readonly customers: Uint32Array
  readonly from: Uint32Array
  readonly conflicts: Uint32Array
  readonly corrections: Uint32Array
  readonly files: Uint32Array
  readonly dues: DueImage
  readonly latest: Uint32Array
}

/** What every line of every list has, a column each. A line keeps its place (0…) for as long as the index lives. */
export class ListColumns {
  /** The place of a line is the number of its id. */
  readonly #ids: TextTable
  /** Lists in the order in which they were first met, and of each line the number of its list. */
  readonly #lists: string[]
  readonly #list
  readonly #state
  readonly #closed
  readonly #createdAt
  readonly #updatedAt
  /** Days, people, keys of customers, texts of dues. The first is the empty one. */
  readonly #names: TextTable
  readonly #on
  readonly #createdBy
  readonly #updatedBy
  /** Of each line the number of its customers' keys as JSON; none: the empty text. */
  readonly #customers
  readonly #keys = new Map<number, readonly string[]>()
  readonly #from
  readonly #conflicts
  readonly #corrections
  readonly #files
  readonly #dues: DueColumns
  readonly #latest: LatestOrder
  #all = new Uint32Array(0)

  constructor(image?: ColumnsImage) {
    this.#ids = new TextTable(false, image?.ids)
    this.#names = new TextTable(false, image?.names)
    if (!image) this.#names.numberOf('')
    this.#lists = [...(image?.lists ?? [])]
    this.#list = integers(image?.list)
    this.#state = bytes(image?.state)
    this.#closed = bytes(image?.closed)
    this.#on = integers(image?.on)
    this.#createdAt = decimals(image?.createdAt)
    this.#updatedAt = decimals(image?.updatedAt)
    this.#createdBy = integers(image?.createdBy)
    this.#updatedBy = integers(image?.updatedBy)
    this.#customers = integers(image?.customers)
    this.#from = integers(image?.from)
    this.#conflicts = integers(image?.conflicts)
    this.#corrections = integers(image?.corrections)
    this.#files = integers(image?.files)
    this.#dues = new DueColumns(this.#names, image?.dues)
    this.#latest = new LatestOrder(image?.latest)
  }

  image(): ColumnsImage {
    return {
      ids: this.#ids.image(),
      names: this.#names.image(),
      lists: [...this.#lists],
      list: this.#list.copy(),
      state: this.#state.copy(),
      closed: this.#closed.copy(),
      on: this.#on.copy(),
      createdAt: this.#createdAt.copy(),
      updatedAt: this.#updatedAt.copy(),
      createdBy: this.#createdBy.copy(),
      updatedBy: this.#updatedBy.copy(),
      customers: this.#customers.copy(),
      from: this.#from.copy(),
      conflicts: this.#conflicts.copy(),
      corrections: this.#corrections.copy(),
      files: this.#files.copy(),
      dues: this.#dues.image(),
      latest: this.latest().slice(),
    }
  }

  get length(): number {
    return this.#ids.count
  }

  /** Answers the line's place. */
  put(row: ColumnRow): number {
    const before = this.length
    const place = this.#ids.numberOf(row.id)
    const name = (text: string) => this.#names.numberOf(text)
    this.#list.put(place, this.#numberOf(row.list))
    this.#state.put(place, STATES.indexOf(row.state))
    this.#closed.put(place, row.closed === true ? 1 : 0)
    this.#on.put(place, name(row.on))
    this.#createdAt.put(place, row.createdAt)
    if (place >= before || this.#updatedAt.data[place] !== row.updatedAt) this.#latest.note(place)
    this.#updatedAt.put(place, row.updatedAt)
    this.#createdBy.put(place, name(row.createdBy))
    this.#updatedBy.put(place, name(row.updatedBy))
    this.#customers.put(place, row.customers.length === 0 ? 0 : name(JSON.stringify(row.customers)))
    this.#from.put(place, name(row.from))
    this.#conflicts.put(place, row.conflicts)
    this.#corrections.put(place, row.corrections)
    this.#files.put(place, row.files)
    this.#dues.put(place, row.dues)
    return place
  }

  /** The line at a place as it was put. */
  rowAt(place: number): ColumnRow {
    return { ...this.headAt(place), dues: this.#dues.at(place) }
  }

  /** The same without its days. */
  headAt(place: number): Omit<ColumnRow, 'dues'> {
    return {
      id: this.idAt(place),
      list: this.listAt(place),
      state: this.stateAt(place),
      on: this.onAt(place),
      createdAt: this.createdAt(place),
      updatedAt: this.updatedAt(place),
      createdBy: this.#nameAt(this.#createdBy.data, place),
      updatedBy: this.#nameAt(this.#updatedBy.data, place),
      customers: this.customersAt(place),
      conflicts: this.#conflicts.data[place] ?? 0,
      corrections: this.#corrections.data[place] ?? 0,
      files: this.#files.data[place] ?? 0,
      from: this.#nameAt(this.#from.data, place),
      ...(this.#closed.data[place] === 1 ? { closed: true } : {}),
    }
  }

  placeOf(id: string): number | undefined {
    const place = this.#ids.find(id)
    return place < 0 ? undefined : place
  }

  /** Every place, the latest change first. */
  latest(): Uint32Array {
    return this.#latest.of(this)
  }

  /** Every place, in rising order. */
  all(): Uint32Array {
    if (this.#all.length !== this.length) this.#all = Uint32Array.from({ length: this.length }, (_, at) => at)
    return this.#all
  }

  /** The number of a list; -1: no line stands in it. */
  numberOfList(list: string): number {
    return this.#lists.indexOf(list)
  }

  /** Lists by their numbers. */
  get lists(): readonly string[] {
    return this.#lists
  }

  listsWhere(test: (list: string) => boolean): ReadonlySet<string> {
    return new Set(this.#lists.filter(test))
  }

  /** Whether the line at a place stands in one of these lists. */
  isIn(...lists: readonly string[]): (place: number) => boolean {
    const wanted = this.#lists.map((list) => lists.includes(list))
    return (place) => wanted[this.#list.data[place] ?? -1] === true
  }

  idAt(place: number): string {
    return this.#ids.writtenAt(place)
  }

  /** The number of the list in which the line at a place stands. */
  listNumberAt(place: number): number {
    return this.#list.data[place] ?? -1
  }

  listAt(place: number): string {
    return this.#lists[this.#list.data[place] ?? -1] ?? ''
  }

  stateAt(place: number): ListState {
    return STATES[this.#state.data[place] ?? 0] ?? 'draft'
  }

  onAt(place: number): Day {
    return this.#nameAt(this.#on.data, place)
  }

  createdAt(place: number): number {
    return this.#createdAt.data[place] ?? 0
  }

  updatedAt(place: number): number {
    return this.#updatedAt.data[place] ?? 0
  }

  /** Whether a person wrote the line at a place first or last. */
  by(person: string): (place: number) => boolean {
    const number = this.#names.find(person)
    return (place) =>
      number >= 0 && (this.#createdBy.data[place] === number || this.#updatedBy.data[place] === number)
  }

  customersAt(place: number): readonly string[] {
    const number = this.#customers.data[place] ?? 0
    if (number === 0) return none
    const known = this.#keys.get(number)
    if (known) return known
    const keys = JSON.parse(this.#names.writtenAt(number)) as readonly string[]
    this.#keys.set(number, keys)
    return keys
  }

  /** The customer that took in the one at a place; empty for all others. */
  mergedIntoAt(place: number): string {
    return this.stateAt(place) === 'merged' ? this.#nameAt(this.#from.data, place) : ''
  }

  hasDues(place: number): boolean {
    return this.#dues.hasAny(place)
  }

  /** Days at a place that are neither done nor later than `until`; `dealt`: those that somebody dealt with, or the others. */
  duesUpTo(place: number, until: Day, dealt: boolean): readonly Due[] {
    return this.#dues.upTo(place, until, dealt)
  }

  /** A column that every list has; times are milliseconds since 1970. */
  column(column: string): Column {
    const place = (textOf: (place: number) => string): Column => ({
      bound: this.length,
      numberAt: (place) => place,
      textOf,
    })
    const names = (numbers: Uint32Array): Column => ({
      bound: this.#names.bound,
      numberAt: (place) => numbers[place] ?? 0,
      textOf: (number) => this.#names.writtenAt(number),
    })
    switch (column) {
      case '@on':
        return names(this.#on.data)
      case '@state':
        return {
          bound: STATES.length,
          numberAt: (place) => this.#state.data[place] ?? 0,
          textOf: (number) => STATES[number] ?? '',
        }
      case '@createdAt':
        return place((at) => String(this.createdAt(at)))
      case '@updatedAt':
        return place((at) => String(this.updatedAt(at)))
      case '@createdBy':
        return names(this.#createdBy.data)
      case '@updatedBy':
        return names(this.#updatedBy.data)
      case '@conflicts':
        return place((at) => numberText(this.#conflicts.data[at] ?? 0))
      case '@corrections':
        return place((at) => numberText(this.#corrections.data[at] ?? 0))
      case '@files':
        return place((at) => numberText(this.#files.data[at] ?? 0))
      default:
        return { bound: 1, numberAt: () => 0, textOf: () => '' }
    }
  }

  #nameAt(numbers: Uint32Array, place: number): string {
    return this.#names.writtenAt(numbers[place] ?? 0)
  }

  #numberOf(list: string): number {
    const known = this.#lists.indexOf(list)
    return known >= 0 ? known : this.#lists.push(list) - 1
  }
}

/** Nothing counted is an empty cell. */
const numberText = (count: number): string => (count === 0 ? '' : String(count))
