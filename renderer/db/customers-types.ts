import type { Customer } from '../../shared/customers/customer'
import type { FormValues, PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'
import type { ListRow } from '../../shared/search/list-row'
import type { Conflict, HistoryEntry, Seen, Written } from './records-types'

/** One customer as it is now. */
export interface CustomerView {
  readonly customer: Customer
  readonly row: ListRow
  readonly conflicts: readonly Conflict[]
  readonly seen: Seen
  /** Another customer bears the same code. */
  readonly sharesCode: boolean
  /** Those that were merged into it, directly. */
  readonly merged: readonly Customer[]
}

/** What one save of the customer's page writes. Only what differs between `base` and `values` becomes edits. */
export interface CustomerWrite {
  readonly id: string
  readonly base: FormValues
  readonly values: FormValues
  readonly seen: Seen
  readonly person?: PersonRef
}

/** Several customers that are one: `into` stays, with these values; the others are kept and point to it. */
export interface Merge {
  readonly into: string
  readonly from: readonly string[]
  readonly base: FormValues
  readonly values: FormValues
  readonly seen: Seen
  readonly person?: PersonRef
}

export type Pair = readonly [string, string]

/** The one master of the firm's customers. */
export interface Customers {
  readonly get: (id: string) => Promise<CustomerView | undefined>
  /** The customer that an id stands for now: itself, or the one that took it in. */
  readonly survivor: (id: string) => Promise<Customer | undefined>
  /** Oldest first. */
  readonly history: (id: string) => Promise<readonly HistoryEntry[]>
  /** A new one; without a code it gets the next by the rule of 客户资料卡. */
  readonly create: (values: FormValues, person?: PersonRef) => Promise<Result<Customer, JournalFailure>>
  readonly save: (write: CustomerWrite) => Promise<Result<Written, JournalFailure>>
  readonly settle: (
    id: string,
    conflict: Conflict,
    keep: string,
    person?: PersonRef,
  ) => Promise<Result<Written, JournalFailure>>
  /** 销户: it stays with all its records and is no longer offered. */
  readonly closeAccount: (
    id: string,
    reason: string,
    person?: PersonRef,
  ) => Promise<Result<Written, JournalFailure>>
  readonly reopenAccount: (id: string, person?: PersonRef) => Promise<Result<Written, JournalFailure>>
  readonly merge: (merge: Merge) => Promise<Result<Written, JournalFailure>>
  /** Takes a customer out again of the one that took it in; values that came with it go back, unless changed since. */
  readonly undoMerge: (id: string, person?: PersonRef) => Promise<Result<Written, JournalFailure>>
  /** Pairs of which a person said that they are two. */
  readonly apart: () => Promise<readonly Pair[]>
  readonly setApart: (
    pair: Pair,
    apart: boolean,
    person?: PersonRef,
  ) => Promise<Result<Written, JournalFailure>>
}
