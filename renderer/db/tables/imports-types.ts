import type { PersonRef } from '../../../shared/forms/values'
import type { ImportTarget, Mapping, Matching, SourceRefusal } from '../../../shared/import'
import type { RememberedMapping } from '../../../shared/import/mapping'
import type { ExcelFailure, JournalFailure } from '../../../shared/ipc/contract'
import type { SheetRead, TablesRead } from '../../../shared/ipc/import'
import type { Result } from '../../../shared/kernel/result'
import type { ListSheet } from '../../../shared/print/excel/list-sheet'
import type { ExportedTable, ExportWish } from './export'
import type { LinesShown, PlanLine, PlanView, TableHeads, UndoView } from './messages'

/** Where the changes of an import stand in a journal. */
export interface ImportPlace {
  readonly writer: string
  /** Sequences of the first and the last. */
  readonly first: number
  readonly last: number
}

/** What a person chose for an import. */
export interface ImportWish {
  readonly target: ImportTarget
  readonly templateHash?: string
  readonly mapping: Mapping
  readonly matching: Matching
  readonly as: 'submitted' | 'draft'
  readonly withoutHidden: boolean
  readonly withTotals: boolean
  readonly person?: PersonRef
}

export interface WriteControl {
  /** Hears how many changes are in the journal, of how many. */
  readonly onProgress: (done: number, total: number) => void
  /** Hears where they stand, as soon as the first are in, and whenever there are more. */
  readonly onPlace: (place: ImportPlace, written: number) => void
  readonly isStopped: () => boolean
}

export interface WrittenMany {
  readonly written: number
  /** So many were not written: somebody stopped it, or the journal took no more. */
  readonly left: number
  readonly failure?: JournalFailure
  /** False: safe, but lists show it only after the next start. */
  readonly viewed: boolean
}

/** The firm's data have changed since the plan was made, and the plan with them: it is looked at again. */
export interface PlanMoved {
  readonly type: 'PlanMoved'
  readonly view: PlanView
}

/** As PlanMoved, of what taking an import back comes to. */
export interface UndoMoved {
  readonly type: 'UndoMoved'
  readonly view: UndoView
}

/** One table, from its first look to what was written of it. */
export interface TableWork {
  /** Takes the rows of a sheet of the file that was read last, all of them or none. */
  readonly takeSheet: (
    sheet: SheetRead,
    at: number,
  ) => Promise<Result<null, Extract<SourceRefusal, { readonly type: 'Cancelled' }>>>
  /** Takes pasted cells. Null: nothing in them, or too much. */
  readonly paste: (text: string) => Promise<TablesRead | null>
  readonly heads: (
    target: ImportTarget,
    headRow: number | null,
    known: RememberedMapping,
  ) => Promise<TableHeads>
  readonly plan: (wish: ImportWish) => Promise<Result<PlanView, JournalFailure>>
  readonly lines: (show: LinesShown, limit: number) => Promise<readonly PlanLine[]>
  /** The batch of the last plan. */
  readonly batch: () => string
  /** Writes what the last plan says, in pieces that are whole. */
  readonly run: (control: WriteControl) => Promise<Result<WrittenMany, JournalFailure | PlanMoved>>
  readonly corrected: () => Promise<ListSheet>
  /** What taking an import back comes to. */
  readonly planUndo: (
    batch: string,
    place: ImportPlace,
    person?: PersonRef,
  ) => Promise<Result<UndoView, JournalFailure>>
  readonly undo: (
    control: Omit<WriteControl, 'onPlace'>,
  ) => Promise<Result<WrittenMany, JournalFailure | UndoMoved>>
  /** All fields of customers or records, as a table that comes in again as it went out. */
  readonly exportAll: (wish: Omit<ExportWish, 'templates'>) => Promise<Result<ExportedTable, ExcelFailure>>
  readonly close: () => void
}

export interface Imports {
  readonly begin: () => TableWork
}
