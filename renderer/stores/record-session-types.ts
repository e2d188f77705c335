import type { StoreApi } from 'zustand/vanilla'
import type { Path } from '../../shared/forms/field'
import type { Template } from '../../shared/forms/template'
import type { FieldValue, FormValues, PersonRef } from '../../shared/forms/values'
import type { ValueProblem } from '../../shared/forms'
import type { Bridge, FileFailure, JournalFailure } from '../../shared/ipc/contract'
import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import type { CorrectedCell } from '../../shared/store'
import type { Conflict, DisputedRow, RecordState, WorkingCopy } from '../db'
import type { Brought } from '../../shared/customers/choosing'
import type { SheetRow } from './new-from'

/** What a form is opened from. A record with an unfinished draft on this computer opens with that draft. */
export type SessionSource =
  /** `customer`: id of the customer that the new form is for. */
  | { readonly kind: 'new'; readonly code: string; readonly customer?: string }
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'draft'; readonly id: string }

export type SessionFailure =
  | JournalFailure
  | { readonly type: 'UnknownForm'; readonly code: string }
  | { readonly type: 'UnknownRecord'; readonly id: string }
  | { readonly type: 'UnknownDraft'; readonly id: string }
  /** The record's template version is not in the data folder (yet). */
  | { readonly type: 'UnknownTemplate'; readonly hash: string }

export interface SessionDeps {
  readonly bridge: Bridge
  readonly workingCopy: WorkingCopy
  readonly clock: Clock
  readonly random: RandomBytes
  /** Who is working here; read at every keystroke and save. */
  readonly person: () => PersonRef | undefined
}

/** A draft could not be written, or not be removed once it was no longer needed. */
export interface DraftFailure {
  readonly act: 'write' | 'remove'
  readonly failure: FileFailure
}

export interface RecordSessionState {
  readonly template: Template
  readonly templateHash: string
  /** Given at once, before the first save. The draft bears the same id. */
  readonly recordId: string
  /** The record is in the journal (it has been saved at least once). */
  readonly stored: boolean
  readonly state: RecordState
  /** Empty before 登记. */
  readonly number: string
  readonly voidReason?: string
  readonly sharesNumber: boolean
  /** How often it was corrected after 登记, and what stands otherwise now than it did then. */
  readonly corrections: number
  readonly corrected: readonly CorrectedCell[]
  /** Id of the record that this one is made from. */
  readonly from?: string
  /** With the number and everything computed. */
  readonly values: FormValues
  /** Something differs from what is saved. */
  readonly dirty: boolean
  /** Opened from a draft that was left unfinished. */
  readonly fromDraft: boolean
  /** Number or name of the record that it was copied from just now. */
  readonly copyOf?: string
  readonly saving: boolean
  /** Milliseconds since 1970. */
  readonly savedAt?: number
  readonly draftSavedAt?: number
  /** Of the last save, 登记, 办结 or 作废: what went wrong, until one succeeds. What was typed is still here. */
  readonly failure?: JournalFailure
  /** The same of the draft. */
  readonly draftFailure?: DraftFailure
  /** Saved, but the lists show it only after the next catch-up. */
  readonly viewLags: boolean
  readonly conflicts: readonly Conflict[]
  readonly disputedRows: readonly DisputedRow[]
  /** Of the last 登记, and kept up to date while they are mended; empty before. */
  readonly problems: readonly ValueProblem[]
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Void, closed or in a read-only data folder: nothing can be typed. */
  readonly readOnly: boolean
}

export interface RecordSessionActions {
  /**
   * Null empties the field. A `+n` row (n: its place, from 1) comes into being, and those before it; answers the path
   * with its real row id.
   */
  readonly setValue: (path: Path, value: FieldValue | null) => Path
  /**
   * Names a customer of the master and fills what the form shares with it: one step. Answers what was brought in; null
   * where that customer is not known or something else was typed there meanwhile.
   */
  readonly chooseCustomer: (path: Path, id: string) => Promise<readonly Brought[] | null>
  /** Takes out again what a choice brought in, as far as it still stands there; the customer stays. */
  readonly takeBack: (brought: readonly Brought[]) => void
  /**
   * What the form says about the customer that is typed at `path`, by the master's fields: what a new customer begins with.
   * Nothing while the values beside it are another customer's.
   */
  readonly saidOfCustomer: (path: Path) => FormValues['fields']
  /** Several fields as one step: values of the master that are taken over, say. */
  readonly setValues: (changes: readonly Brought[]) => void
  /** Puts an empty row before the place `at` (0…), or at the end. Answers its id, or null when the field is full. */
  readonly addRow: (field: string, at?: number) => string | null
  readonly removeRow: (field: string, row: string) => void
  readonly undo: () => void
  readonly redo: () => void
  /**
   * 保存 (Ctrl+S): true when it is in the journal. A record that is 登记 already is checked first; what takes back something
   * is written as a 更正 with its reason, which may be empty.
   */
  readonly save: (correction?: string) => Promise<boolean>
  /** Whether a save now would be a 更正: it takes back something that a 登记 record says. */
  readonly corrects: () => boolean
  /** Checks as 登记 would, without writing: true when nothing stands against it. */
  readonly check: () => boolean
  /** 登记: checked first; refused problems stop it. */
  readonly submit: () => Promise<boolean>
  /** 办结: a 登记 record is read-only from then on. What was typed since the last save is saved with it as a 更正. */
  readonly close: (correction?: string) => Promise<boolean>
  /** Takes 办结 back. */
  readonly reopen: () => Promise<boolean>
  /** 作废 with a reason, and nothing else: what was typed since the last save stays as a draft on this computer. */
  readonly voidRecord: (reason: string) => Promise<boolean>
  /** A draft of a new record with the same values (without the number, dated today): answers the draft's id. */
  readonly copyAsNew: () => Promise<string | null>
  /** Throws the draft away and goes back to what is saved. */
  readonly discardDraft: () => Promise<void>
  /**
   * A draft of another form that takes over what is known here (and in the row in question), made from this record:
   * answers the draft's id.
   */
  readonly makeNext: (code: string, row?: SheetRow) => Promise<string | null>
  /** Decides a conflict: the survivor with the dot `keep` stays. */
  readonly settle: (conflict: Conflict, keep: string) => Promise<boolean>
  readonly settleRow: (row: DisputedRow, keep: boolean) => Promise<boolean>
  /** Puts the draft down now, when there is one to put: before leaving or closing. */
  readonly flush: () => Promise<void>
  /** Flushes the draft and stops listening. */
  readonly dispose: () => Promise<void>
}

export interface RecordSession {
  /** Vanilla zustand: `useStore(session.store, (s) => s.values)`. */
  readonly store: StoreApi<RecordSessionState>
  readonly actions: RecordSessionActions
}
