import type { Template } from '../../shared/forms/template'
import type { FormValues, PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'
import type { Dot } from '../../shared/store/change'
import type { SetBackPart } from '../../shared/store/state-at'
import type { RecordRow, RecordState, Written } from './records-types'

/** A record as it stood right after one change of its history. */
export interface RecordMoment {
  readonly dot: Dot
  /** Milliseconds since 1970. */
  readonly at: number
  readonly person?: PersonRef
  readonly state: RecordState
  /** Empty before 登记. */
  readonly number: string
  /** The version that it was filled from then; absent when no copy of it has arrived. */
  readonly template?: Template
  /** With the number in its serial field and everything computed, as of the day of the change. */
  readonly values: FormValues
}

export interface SetBack {
  /** The change after which the record stood as it is to stand again. */
  readonly dot: Dot
  readonly what: SetBackPart
  /** Kept with the correction that setting back a submitted record is. */
  readonly reason: string
}

export interface VoidedRecord {
  readonly row: RecordRow
  readonly reason: string
  /** Who voided it, when (milliseconds since 1970), and at which writer. */
  readonly person?: PersonRef
  readonly at: number
}

/** What was, and the ways back to it. Nothing is lost by any of them: each is one more change. */
export interface RecordHistory {
  /** Undefined when the record has no such change (here, yet). */
  readonly at: (id: string, dot: Dot) => Promise<RecordMoment | undefined>
  /** Brings what was filled in back to a moment. Only drafts and submitted records; nothing differs: nothing is written. */
  readonly setBack: (id: string, to: SetBack, person?: PersonRef) => Promise<Result<Written, JournalFailure>>
  /** 恢复: a void record is again as it was before, with its number. */
  readonly restore: (id: string, person?: PersonRef) => Promise<Result<Written, JournalFailure>>
  /** Reason, person and time of these records' voiding, in their order; those that are not void are left out. */
  readonly voided: (ids: readonly string[]) => Promise<readonly VoidedRecord[]>
}
