import type { Day } from '../kernel/dates'
import { LatestOrder } from './latest-order'
import type { Due, ListState } from './list-row'
import type { ColumnRow } from './packed-lines'

const noDues: readonly Due[] = []
const none: readonly string[] = []

/** What every line of every list has, a column each. A line keeps its place (0…) for as long as the index lives. */
export class ListColumns {
  readonly #places = new Map<string, number>()
  readonly #ids: string[] = []
  /** Lists in the order in which they were first met, and of each line the number of its list. */
  readonly #listNames: string[] = []
  readonly #listNumbers: number[] = []
  readonly #states: ListState[] = []
  readonly #on: Day[] = []
  readonly #createdAt: number[] = []
  readonly #updatedAt: number[] = []
  readonly #createdBy: string[] = []
  readonly #updatedBy: string[] = []
  readonly #customers: (readonly string[])[] = []
  /** Of customers that were merged, the id of the one that took them in, by place. */
  readonly #mergedInto = new Map<number, string>()
  readonly #dues: (readonly Due[])[] = []
  readonly #counts: { conflicts: number; corrections: number; files: number }[] = []
  /** Texts that stand in many lines are kept once. */
  readonly #kept = new Map<string, string>()
  readonly #noCounts = { conflicts: 0, corrections: 0, files: 0 }
  readonly #latest = new LatestOrder()
  #all = new Uint32Array(0)

  get length(): number {
    return this.#ids.length
  }

  /** Answers the line's place. */
  put(row: ColumnRow): number {
    const place = this.#places.get(row.id) ?? this.#ids.length
    this.#places.set(row.id, place)
    this.#ids[place] = row.id
    this.#listNumbers[place] = this.#numberOf(row.list)
    this.#states[place] = row.state
    this.#on[place] = this.#once(row.on)
    this.#createdAt[place] = row.createdAt
    if (this.#updatedAt[place] !== row.updatedAt) this.#latest.note(place)
    this.#updatedAt[place] = row.updatedAt
    this.#createdBy[place] = this.#once(row.createdBy)
    this.#updatedBy[place] = this.#once(row.updatedBy)
    this.#customers[place] = row.customers.length === 0 ? none : row.customers.map((key) => this.#once(key))
    if (row.state === 'merged') this.#mergedInto.set(place, row.from)
    else this.#mergedInto.delete(place)
    this.#dues[place] = row.dues.length === 0 ? noDues : row.dues
    const { conflicts, corrections, files } = row
    this.#counts[place] =
      conflicts + corrections + files === 0 ? this.#noCounts : { conflicts, corrections, files }
    return place
  }

  /** The line at a place as it was put; of links only the one of a merged customer is kept. */
  rowAt(place: number): ColumnRow {
    return {
      id: this.idAt(place),
      list: this.listAt(place),
      state: this.stateAt(place),
      on: this.onAt(place),
      createdAt: this.createdAt(place),
      updatedAt: this.updatedAt(place),
      createdBy: this.#createdBy[place] ?? '',
      updatedBy: this.#updatedBy[place] ?? '',
      customers: this.customersAt(place),
      dues: this.duesAt(place),
      ...(this.#counts[place] ?? this.#noCounts),
      from: this.mergedIntoAt(place),
    }
  }

  placeOf(id: string): number | undefined {
    return this.#places.get(id)
  }

  /** Every place, the latest change first. */
  latest(): Uint32Array {
    return this.#latest.of(this)
  }

  /** Every place, in rising order. */
  all(): Uint32Array {
    if (this.#all.length !== this.length) this.#all = Uint32Array.from(this.#ids.keys())
    return this.#all
  }

  listsWhere(test: (list: string) => boolean): ReadonlySet<string> {
    return new Set(this.#listNames.filter(test))
  }

  /** Whether the line at a place stands in one of these lists. */
  isIn(...lists: readonly string[]): (place: number) => boolean {
    const wanted = this.#listNames.map((list) => lists.includes(list))
    return (place) => wanted[this.#listNumbers[place] ?? -1] === true
  }

  idAt(place: number): string {
    return this.#ids[place] ?? ''
  }

  /** Places of the lines of all lists but this one, in rising order. */
  allBut(list: string): Uint32Array {
    const isLeftOut = this.isIn(list)
    return this.all().filter((place) => !isLeftOut(place))
  }

  listAt(place: number): string {
    return this.#listNames[this.#listNumbers[place] ?? -1] ?? ''
  }

  stateAt(place: number): ListState {
    return this.#states[place] ?? 'draft'
  }

  onAt(place: number): Day {
    return this.#on[place] ?? ''
  }

  createdAt(place: number): number {
    return this.#createdAt[place] ?? 0
  }

  updatedAt(place: number): number {
    return this.#updatedAt[place] ?? 0
  }

  isBy(place: number, person: string): boolean {
    return this.#createdBy[place] === person || this.#updatedBy[place] === person
  }

  customersAt(place: number): readonly string[] {
    return this.#customers[place] ?? none
  }

  /** The customer that took in the one at a place; empty for all others. */
  mergedIntoAt(place: number): string {
    return this.#mergedInto.get(place) ?? ''
  }

  duesAt(place: number): readonly Due[] {
    return this.#dues[place] ?? noDues
  }

  /** The text of a column that every list has; times are milliseconds since 1970. */
  textAt(place: number, column: string): string {
    const counts = this.#counts[place] ?? this.#noCounts
    switch (column) {
      case '@on':
        return this.onAt(place)
      case '@state':
        return this.stateAt(place)
      case '@createdAt':
        return String(this.createdAt(place))
      case '@updatedAt':
        return String(this.updatedAt(place))
      case '@createdBy':
        return this.#createdBy[place] ?? ''
      case '@updatedBy':
        return this.#updatedBy[place] ?? ''
      case '@conflicts':
        return numberText(counts.conflicts)
      case '@corrections':
        return numberText(counts.corrections)
      case '@files':
        return numberText(counts.files)
      default:
        return ''
    }
  }

  #numberOf(list: string): number {
    const known = this.#listNames.indexOf(list)
    return known >= 0 ? known : this.#listNames.push(list) - 1
  }

  #once(text: string): string {
    const known = this.#kept.get(text)
    if (known !== undefined) return known
    this.#kept.set(text, text)
    return text
  }
}

/** Nothing counted is an empty cell. */
const numberText = (count: number): string => (count === 0 ? '' : String(count))
