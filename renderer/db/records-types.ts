import type { Path } from '../../shared/forms/field'
import type { Template } from '../../shared/forms/template'
import type { FieldValue, FormValues, PersonRef } from '../../shared/forms/values'
import type { Json } from '../../shared/kernel/canonical-json'
import type { Result } from '../../shared/kernel/result'
import type { JournalFailure } from '../../shared/ipc/contract'
import type { Dot } from '../../shared/store/change'

/** draft: saved, not yet 登记; submitted: has its number; void: stays visible, struck through. */
export type RecordState = 'draft' | 'submitted' | 'closed' | 'void'

/** One line of a list of records. */
export interface RecordRow {
  readonly id: string
  readonly templateCode: string
  readonly templateHash: string
  readonly state: RecordState
  /** Empty before 登记. */
  readonly number: string
  /** What a person would call it: the customer, or the first telling text; empty when nothing is filled. */
  readonly title: string
  readonly customer: string
  /** The record's own date (meaning `record.on`), `2026-01-05` or empty. */
  readonly on: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly updatedAt: number
  readonly createdBy: string
  readonly updatedBy: string
  /** Fields with more than one surviving value. */
  readonly conflicts: number
  /** Everything that a filter looks through, lower case. */
  readonly search: string
}

/** Two people wrote the same field apart: every value that survives, newest first. The form shows the first. */
export interface Conflict {
  readonly path: Path
  readonly survivors: readonly Survivor[]
}

export interface DisputedRow {
  readonly rows: string
  readonly row: string
}

export interface Survivor {
  readonly dot: Dot
  readonly value: FieldValue | null
  readonly person?: PersonRef
  /** Milliseconds since 1970, by the writer's clock. */
  readonly at: number
}

/** Dots that stand under each register, by path key (`pathKey`), the record's own `@…` registers too. */
export type Seen = { readonly [pathKey: string]: readonly Dot[] }

/** One record as it is now. */
export interface RecordView {
  readonly row: RecordRow
  /** The version that the record pins; absent when no copy of it has arrived yet. */
  readonly template?: Template
  /** With the number in its serial field and everything computed. */
  readonly values: FormValues
  readonly conflicts: readonly Conflict[]
  /** Rows that someone removed while someone else wrote into them: still there, to be settled. */
  readonly disputedRows: readonly DisputedRow[]
  readonly seen: Seen
  readonly voidReason?: string
  /** Another record bears the same number. */
  readonly sharesNumber: boolean
}

/** One change of a record's history. */
export interface HistoryEntry {
  readonly dot: Dot
  /** Milliseconds since 1970. */
  readonly at: number
  readonly person?: PersonRef
  readonly writer: string
  readonly steps: readonly HistoryStep[]
}

/** What one change did to one register. `before` is what it replaced, null where that was empty. */
export type HistoryStep =
  | {
      readonly step: 'set'
      readonly path: Path
      readonly before: FieldValue | null
      readonly after: FieldValue | null
    }
  | { readonly step: 'addRow' | 'removeRow'; readonly rows: string; readonly row: string }
  | { readonly step: 'unknown'; readonly edit: Json }

export interface RecordQuery {
  readonly templateCode?: string
  readonly states?: readonly RecordState[]
  /** Every word must occur. */
  readonly text?: string
  /** First and last day of the record's own date, both included. */
  readonly from?: string
  readonly to?: string
  /** The page after this one; rows come newest change first. */
  readonly after?: PageKey
  readonly limit: number
}

/** Where a page ends: pages go on by key, never by offset. */
export interface PageKey {
  readonly updatedAt: number
  readonly id: string
}

export interface RecordPage {
  readonly rows: readonly RecordRow[]
  /** Absent on the last page. */
  readonly next?: PageKey
}

export interface FormCount {
  readonly templateCode: string
  readonly count: number
}

/** What one 保存, 登记 or 作废 writes. Only what differs between `base` and `values` becomes edits. */
export interface RecordWrite {
  /** UUIDv7, given when the form is opened. */
  readonly id: string
  readonly template: Template
  readonly templateHash: string
  readonly base: FormValues
  readonly values: FormValues
  readonly seen: Seen
  readonly act:
    { readonly act: 'save' } | { readonly act: 'submit' } | { readonly act: 'void'; readonly reason: string }
  readonly person?: PersonRef
}

/** `viewed` false: safely in the journal, but the lists will show it only after the next catch-up. */
export interface Written {
  readonly viewed: boolean
  /** Name of the change; absent when there was nothing to write. */
  readonly dot?: Dot
}

export interface RecordWritten extends Written {
  /** Empty before 登记, and for forms without a number. */
  readonly number: string
}

export interface Records {
  readonly get: (id: string) => Promise<RecordView | undefined>
  /** Oldest first. */
  readonly history: (id: string) => Promise<readonly HistoryEntry[]>
  readonly page: (query: RecordQuery) => Promise<RecordPage>
  readonly recent: (limit: number) => Promise<readonly RecordRow[]>
  /** By number or text, the best `limit`. */
  readonly find: (text: string, limit: number) => Promise<readonly RecordRow[]>
  readonly counts: () => Promise<readonly FormCount[]>
  /** Customer names of earlier records that begin with or contain `text`, most recent first. */
  readonly customerNames: (text: string, limit: number) => Promise<readonly string[]>
  readonly write: (write: RecordWrite) => Promise<Result<RecordWritten, JournalFailure>>
  /** Decides a conflict: the survivor with this dot replaces all that were shown. */
  readonly settle: (
    id: string,
    conflict: Conflict,
    keep: Dot,
    person?: PersonRef,
  ) => Promise<Result<Written, JournalFailure>>
  /** Decides whether a disputed row stays. */
  readonly settleRow: (
    id: string,
    row: DisputedRow,
    keep: boolean,
    person?: PersonRef,
  ) => Promise<Result<Written, JournalFailure>>
}
