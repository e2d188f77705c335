import type { Likely } from '../../../shared/customers/duplicates'
import type { Day } from '../../../shared/kernel/dates'
import type {
  FoundValue,
  ListAnswer,
  ListCount,
  ListPage,
  ListQuery,
  OpenDue,
} from '../../../shared/search/list-query'
import type { Cells, ListLine, ListRow } from '../../../shared/search/list-row'
import type { RecordState } from '../records-types'
import type { Stand } from './line-blocks'

/** A record's line out of memory. */
export interface ListedRecord extends ListLine {
  readonly state: RecordState
}

/** What the search box found, the likeliest first. */
export interface FoundLines {
  readonly customers: { readonly count: number; readonly rows: readonly ListRow[] }
  readonly records: { readonly count: number; readonly rows: readonly ListedRecord[] }
}

/** What the window asks the thread that keeps the lists. */
export interface Questions {
  /** Ids of the lines of a query from a place on. */
  page: { in: { query: ListQuery; from: number; limit: number }; out: ListPage }
  /**
   * The same with the lines themselves, out of memory: what is scrolled to has to be there within a frame. `bare`: without their cells
   * and days.
   */
  records: {
    in: { query: ListQuery; from: number; limit: number; bare: boolean }
    out: ListAnswer & { readonly rows: readonly ListedRecord[] }
  }
  customers: {
    in: { query: ListQuery; from: number; limit: number }
    out: ListAnswer & { readonly rows: readonly ListRow[] }
  }
  /** Where a line stands in a query's order; -1 when it is left out. */
  placeIn: { in: { query: ListQuery; id: string }; out: number }
  findRecords: { in: { text: string; limit: number }; out: readonly ListedRecord[] }
  /** `active`: those alone that are neither 已销户 nor merged. */
  findCustomers: { in: { text: string; limit: number; active: boolean }; out: readonly ListRow[] }
  /** The same for the one search box: customers and records apart, and how many there are in all. */
  find: {
    in: { text: string; customers: number; records: number }
    out: FoundLines
  }
  /** Days to be kept up to and with this one, the earliest first; of a person what that one wrote or handles; `dealt`: those instead that were dealt with. */
  dues: { in: { until: Day; person?: string; dealt?: boolean }; out: readonly OpenDue[] }
  counts: { in: null; out: readonly ListCount[] }
  values: { in: { query: ListQuery; column: string; limit: number }; out: readonly FoundValue[] }
  /** Customers' names without a link, the latest first. */
  unlinkedNames: { in: { text: string; limit: number }; out: readonly string[] }
  /** Customers that may be the one that is being written. */
  likely: { in: { title: string; cells: Cells; except: string }; out: readonly Likely[] }
  /** Groups of customers that may be one. */
  duplicates: { in: { apart: readonly (readonly [string, string])[] }; out: readonly (readonly Likely[])[] }
}

export type QuestionName = keyof Questions

/** What a form is called: its name, and initials and pinyin of it. By code. */
export type ListNames = { readonly [code: string]: { readonly name: string; readonly words: string } }

/** What the forms are called, by code. */
export type FormNames = Readonly<Record<string, string>>

export type ToThread =
  | { readonly tell: 'open'; readonly database: string; readonly names: FormNames }
  /** Lines come this way, too: of a thread that has made them, past the window. Ways have numbers from 0 on. */
  | { readonly tell: 'listen'; readonly way: MessagePort; readonly no: number }
  /** `behind`: its turn is when so many lines have come by each of such ways. */
  | { readonly tell: 'put'; readonly rows: readonly ListRow[]; readonly behind: readonly number[] }
  | { readonly tell: 'stand'; readonly stand: Stand | null; readonly behind: readonly number[] }
  | { readonly tell: 'ask'; readonly id: number; readonly name: QuestionName; readonly input: unknown }

/** `lacking`: it has so much to keep for a quicker start; the answer is `stand`, null where that cannot be said. */
export type FromThread =
  | { readonly tell: 'lacking' }
  | { readonly tell: 'loaded' }
  /** Lines came by a way of their own. */
  | { readonly tell: 'heard' }
  | { readonly tell: 'failed'; readonly reason: string }
  | { readonly tell: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly tell: 'crash'; readonly id: number; readonly reason: string }
