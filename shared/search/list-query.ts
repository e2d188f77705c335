import type { Day } from '../kernel/dates'
import type { Due, ListState } from './list-row'

/** Columns that every list has; all others are keys of a form's fields (`fieldColumns`). */
export type OwnColumn =
  | '@number'
  | '@title'
  | '@list'
  | '@on'
  | '@state'
  | '@createdAt'
  | '@updatedAt'
  | '@createdBy'
  | '@updatedBy'
  | '@conflicts'
  | '@corrections'
  | '@files'

export type ColumnKey = string

/**
 * How the texts of a column compare: as a person reads them (pinyin), as decimals, letter by letter (days, codes), or by
 * how far a record or customer has come (states).
 */
export type Comparison = 'text' | 'number' | 'plain' | 'state'

export interface Sort {
  readonly column: ColumnKey
  readonly as: Comparison
  readonly direction: 'up' | 'down'
}

/** Empty cells pass only `empty`, `isNot` and `notOneOf`-like tests; upper and lower case are the same. */
export type ColumnFilter =
  | { readonly column: ColumnKey; readonly test: 'contains' | 'is' | 'isNot'; readonly value: string }
  | {
      readonly column: ColumnKey
      readonly test: 'atLeast' | 'atMost'
      readonly value: string
      readonly as: Exclude<Comparison, 'text' | 'state'>
    }
  | { readonly column: ColumnKey; readonly test: 'empty' | 'filled' }
  | { readonly column: ColumnKey; readonly test: 'oneOf'; readonly values: readonly string[] }

export interface ListQuery {
  /** A form's code or `CUSTOMERS`; absent: the records of all forms. */
  readonly list?: string
  readonly states?: readonly ListState[]
  /** Every word must occur: as it stands, as pinyin or initials of a name, or in the form's name. */
  readonly text?: string
  /** First and last day of the record's own date, both included. */
  readonly from?: Day
  readonly to?: Day
  /**
   * Records that name one of these customers: by id, which stands for those merged into it and for their names too, or by a name
   * alone (`=…`).
   */
  readonly customers?: readonly string[]
  /** Records that this person wrote first or last. */
  readonly person?: string
  readonly filters?: readonly ColumnFilter[]
  readonly sort?: Sort
  /** Columns of decimals to be added up. */
  readonly totals?: readonly ColumnKey[]
}

export interface ListAnswer {
  readonly count: number
  /** Sums as plain decimals, by column. */
  readonly totals: { readonly [column: ColumnKey]: string }
  /** Rises with every change; what was asked at another one may be out of date. */
  readonly revision: number
}

export interface ListPage extends ListAnswer {
  /** Ids of the lines from the place that was asked for. */
  readonly ids: readonly string[]
}

export interface Hit {
  readonly id: string
  readonly list: string
}

/** What is found in a group of lines: how many, and the likeliest. */
export interface Found {
  readonly count: number
  readonly ids: readonly string[]
}

/** A day that somebody has to keep, of a record that is neither closed nor void. */
export interface OpenDue extends Pick<Due, 'label' | 'on' | 'at' | 'who' | 'about' | 'dealt'> {
  /** The record. */
  readonly id: string
  readonly list: string
}

export interface ListCount {
  readonly list: string
  readonly count: number
}

export interface ValueCount {
  readonly value: string
  readonly count: number
}

/** The same, with one line in which the value stands. */
export interface FoundValue extends ValueCount {
  readonly id: string
}
