import type { Path } from '../../shared/forms/field'
import type { Template } from '../../shared/forms/template'
import type { FieldValue, FormValues, PersonRef } from '../../shared/forms/values'
import type { Json } from '../../shared/kernel/canonical-json'
import type { Result } from '../../shared/kernel/result'
import type { HeldDraft, JournalFailure } from '../../shared/ipc/contract'
import type { CorrectedCell, RecordAct } from '../../shared/store'
import type { ListRow } from '../../shared/search/list-row'
import type { Dot } from '../../shared/store/change'
import type { DueMark } from '../../shared/store/dealt'
import type { RecordHistory } from './record-history-types'

/** draft: saved, not yet 登记; submitted: has its number; closed: 办结, read-only; void: stays visible, struck through. */
export type RecordState = 'draft' | 'submitted' | 'closed' | 'void'

/** One line of a list of records. Its `list` is the code of its form. */
export interface RecordRow extends ListRow {
  readonly state: RecordState
  readonly templateHash: string
  /** The customer as the form names it. */
  readonly customer: string
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

/** What a card shows of its customer: whose registers, and the dots that stand there by the card's paths. */
export interface MasterSeen {
  readonly id: string
  readonly seen: Seen
  /** Of a card before 登记: what on it was the customer's when that was chosen. 登记 writes what is another now. */
  readonly shown?: FormValues
}

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
  /** Of a card that is 登记, and of one that is a draft, if what it knew is known. */
  readonly master?: MasterSeen
  readonly voidReason?: string
  /** Another record bears the same number. */
  readonly sharesNumber: boolean
  /** How often it was corrected after 登记, and what stands otherwise now than it did then. */
  readonly corrections: number
  readonly corrected: readonly CorrectedCell[]
  /** Id of the record that it was made from. */
  readonly from?: string
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

/**
 * What one change did to one register. `before` is what it replaced, null where that was empty; `place` (1…) is that of
 * the row right after the change, or where it stood before it was removed.
 */
export type HistoryStep =
  | {
      readonly step: 'set'
      readonly path: Path
      readonly before: FieldValue | null
      readonly after: FieldValue | null
      readonly place?: number
    }
  | {
      readonly step: 'addRow' | 'removeRow'
      readonly rows: string
      readonly row: string
      readonly place?: number
    }
  | { readonly step: 'unknown'; readonly edit: Json }

/** What one 保存, 登记, 办结 or 作废 writes. Only what differs between `base` and `values` becomes edits. */
export interface RecordWrite {
  /** UUIDv7, given when the form is opened. */
  readonly id: string
  readonly template: Template
  readonly templateHash: string
  readonly base: FormValues
  readonly values: FormValues
  readonly seen: Seen
  /** What a card showed of its customer: only that is replaced, what came there meanwhile stays beside it. */
  readonly master?: MasterSeen
  readonly act: RecordAct
  /** Why it is corrected, for a record that is 登记 already; may be empty. */
  readonly correction?: string
  /** Id of the record that this one is made from, for its first save. */
  readonly from?: string
  readonly person?: PersonRef
  /** The draft that says nothing beyond this: a program that is killed before it could be removed does not offer it again. */
  readonly held?: HeldDraft
}

/** `viewed` false: safely in the journal, but the lists will show it only after the next catch-up. */
export interface Written {
  readonly viewed: boolean
  /** Name of the change; absent when there was nothing to write. */
  readonly dot?: Dot
}

/** What a save came to, known as soon as it is flushed in the journal. */
export interface RecordSaved {
  /** Name of the change; absent when there was nothing to write. */
  readonly dot?: Dot
  /** Empty before 登记, and for forms without a number. */
  readonly number: string
  /** Name of the change of a card's customer. */
  readonly masterDot?: Dot
}

export type RecordWritten = RecordSaved & Written

/** A day that is due, of a record. */
export interface RecordDue extends DueMark {
  readonly id: string
}

/** What came of voiding many records at once. */
export interface VoidedMany extends Written {
  readonly voided: number
  /** Drafts and void records were left as they are. */
  readonly left: number
  /** Why it broke off after so many; the others are not void. */
  readonly stopped?: JournalFailure
}

export interface Records extends RecordHistory {
  readonly get: (id: string) => Promise<RecordView | undefined>
  /** Oldest first. */
  readonly history: (id: string) => Promise<readonly HistoryEntry[]>
  readonly recent: (limit: number) => Promise<readonly RecordRow[]>
  /** The records that were made from one, oldest first. */
  readonly madeFrom: (id: string) => Promise<readonly RecordRow[]>
  /** `onSaved` hears of it as soon as it is safe in the journal; the answer comes when the working copy has it, too. */
  readonly write: (
    write: RecordWrite,
    onSaved?: (saved: RecordSaved) => void,
  ) => Promise<Result<RecordWritten, JournalFailure>>
  /** 作废 of many with one reason, as one batch; what cannot be voided (drafts, void records) is left as it is. */
  readonly voidMany: (
    ids: readonly string[],
    reason: string,
    person?: PersonRef,
  ) => Promise<Result<VoidedMany, JournalFailure>>
  /** Days that are due are dealt with (已联系), with a word for all, without 办结 of their records; null takes that back. */
  readonly dealWith: (
    dues: readonly RecordDue[],
    word: string | null,
    person?: PersonRef,
  ) => Promise<Result<Written, JournalFailure>>
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
