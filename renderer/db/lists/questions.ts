import type { Likely } from '../../../shared/customers/duplicates'
import type { Day } from '../../../shared/kernel/dates'
import type {
  Found,
  FoundValue,
  Hit,
  ListCount,
  ListPage,
  ListQuery,
  OpenDue,
} from '../../../shared/search/list-query'
import type { Cells, ListRow } from '../../../shared/search/list-row'

/** What the window asks the thread that keeps the lists. */
export interface Questions {
  /** Ids of the lines of a query from a place on. */
  page: { in: { query: ListQuery; from: number; limit: number }; out: ListPage }
  /** Where a line stands in a query's order; -1 when it is left out. */
  placeIn: { in: { query: ListQuery; id: string }; out: number }
  search: { in: { text: string; limit: number; among: 'all' | 'customers' | 'records' }; out: readonly Hit[] }
  /** The same for the one search box: customers and records apart, and how many there are in all. */
  find: {
    in: { text: string; customers: number; records: number }
    out: { readonly customers: Found; readonly records: Found }
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

export type ToThread =
  | { readonly tell: 'open'; readonly database: string; readonly names: ListNames }
  | { readonly tell: 'put'; readonly rows: readonly ListRow[] }
  | { readonly tell: 'ask'; readonly id: number; readonly name: QuestionName; readonly input: unknown }

export type FromThread =
  | { readonly tell: 'loaded'; readonly lines: number }
  | { readonly tell: 'failed'; readonly reason: string }
  | { readonly tell: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly tell: 'crash'; readonly id: number; readonly reason: string }
