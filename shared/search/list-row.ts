import type { Day } from '../kernel/dates'

/** The list in which customers stand; every other list bears the code of its form. */
export const CUSTOMERS = '@customer'

/**
 * What lists and the search know of one record or customer: plain texts, as they are stored (days as `2026-01-05`,
 * decimals plain), so that columns can be sorted, counted and searched without its changes.
 */
export interface ListRow {
  /** UUIDv7. */
  readonly id: string
  /** Code of the form, or `CUSTOMERS`; empty while the record's template has not arrived. */
  readonly list: string
  readonly state: ListState
  /** Of a record its number (empty before 登记), of a customer its code. */
  readonly number: string
  /** What a person would call it: the customer, or the first telling text; empty when nothing is filled. */
  readonly title: string
  /** The record's own date (meaning `record.on`), `2026-01-05` or empty. */
  readonly on: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly updatedAt: number
  readonly createdBy: string
  readonly updatedBy: string
  /** Customers that it names: the id where it is known, else `=` and the name. */
  readonly customers: readonly string[]
  /** Texts of its fields by column (`columnKey`); empty ones are left out. */
  readonly cells: Cells
  /** Further words by which it is found: pinyin, initials, digits of phones and of its number. Lower case. */
  readonly words: string
  /** Days that somebody has to keep. */
  readonly dues: readonly Due[]
  /** Fields with more than one surviving value, and disputed rows. */
  readonly conflicts: number
  /** How often a record was corrected after 登记. */
  readonly corrections: number
  /** Attachments. */
  readonly files: number
  /** Of a customer that bears a link to the one that took it in: it was 销户 by itself. Shown where it stands after all. */
  readonly closed?: true
  /** Id of the record that it was made from; of a customer the one that took it in; else empty. */
  readonly from: string
}

/** What lists show of a line, out of memory. */
export type ListLine = Omit<ListRow, 'words' | 'from' | 'closed'>

/** States of records; a customer is active, closed (销户) or merged into another. */
export type ListState = 'draft' | 'submitted' | 'closed' | 'void' | 'active' | 'merged'

export type Cells = { readonly [column: string]: string }

export interface Due {
  /** What the day is for, as the form calls it. */
  readonly label: string
  readonly on: Day
  readonly done: boolean
  /** The word with which somebody dealt with this day (已联系); absent while nobody did. */
  readonly dealt?: string
  /** deadline: by then this matter is to be done; next: then something further is to follow (下次…). */
  readonly kind: 'deadline' | 'next'
  /** The field (`pathKey`). */
  readonly at: string
  /** Who handles it, as the form names the person; empty where it does not say. */
  readonly who: string
  /** The customer of its 明细行, where rows have customers of their own; else empty. */
  readonly about: string
}

/** What a form is called, and further words by which its records are found (pinyin, initials). */
export type ListName = (list: string) => { readonly name: string; readonly words: string }
