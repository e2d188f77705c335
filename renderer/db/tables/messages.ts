import type { PersonRef } from '../../../shared/forms/values'
import type { Counting, Finding, ImportTarget, Mapping, Matching, PlannedAs } from '../../../shared/import'
import type { MappedColumn, RememberedMapping } from '../../../shared/import/mapping'
import type { ExcelFailure } from '../../../shared/ipc/contract'
import type { SheetRead, TablesRead } from '../../../shared/ipc/import'
import type { Result } from '../../../shared/kernel/result'
import type { ListSheet } from '../../../shared/print/excel/list-sheet'
import type { ExportedTable, ExportWish } from './export'

/** What is asked of the thread that holds one table while it is taken over. */
export interface TableQuestions {
  /** Begins a sheet; its rows follow. */
  sheet: { in: SheetRead; out: null }
  /** The next rows, JSON of `SheetRow[]`. Answers how many these were. */
  rows: { in: string; out: number }
  /** Pasted cells. Null: there is nothing in them, or too much. */
  paste: { in: string; out: TablesRead | null }
  /** How the table begins and where its columns may go. `headRow` null: it is looked for; 0: there is none. */
  heads: {
    in: { target: ImportTarget; headRow: number | null; known: RememberedMapping }
    out: TableHeads
  }
  plan: { in: PlanWish; out: PlanView }
  lines: { in: { show: LinesShown; limit: number }; out: readonly PlanLine[] }
  /** The next changes of the plan, or of the undoing, JSON of `NewChange[]`. */
  changes: { in: { from: number; limit: number }; out: string }
  /** The last number that is given by the first so many changes of the plan; empty: none. */
  lastNumber: { in: number; out: string }
  /** How many changes there are. */
  count: { in: null; out: number }
  /** The lines that are not taken over, with a column that says why. */
  corrected: { in: null; out: ListSheet }
  export: { in: ExportWish; out: Result<ExportedTable, ExcelFailure> }
  /** Forgets the pages of an undoing before; those of the next one follow. */
  undoBegin: { in: null; out: null }
  /** A page of the journal in which the batch stands, as `journal:read` answers it. Answers its last place; null: none. */
  undoPage: { in: { batch: string; page: string }; out: number | null }
  /** What undoing comes to, after all pages; asked again when the firm's data have changed. */
  undoPlan: { in: { batch: string; person?: PersonRef }; out: UndoView }
}

export type TableQuestion = keyof TableQuestions

/** How a table begins. */
export interface TableHeads {
  /** Null: no line looks like heads. 0: there are none. */
  readonly headRow: number | null
  /** The first lines as they stand there, one of which bears the heads. */
  readonly firstLines: readonly { readonly number: number; readonly texts: readonly string[] }[]
  readonly columns: readonly TableColumn[]
  /** Lines that are not empty, below the heads. */
  readonly lines: number
  readonly hiddenLines: number
}

/** A column of the table, with where a guess puts it. */
export interface TableColumn extends MappedColumn {
  /** What stands in its first filled cells. */
  readonly examples: readonly string[]
  readonly hidden: boolean
}

/** What a person wants of a table. */
export interface PlanWish {
  readonly target: ImportTarget
  /** Of the form that new records pin. */
  readonly templateHash?: string
  readonly mapping: Mapping
  readonly matching: Matching
  readonly as: 'submitted' | 'draft'
  readonly withoutHidden: boolean
  /** As of `ReadEntries`. */
  readonly withTotals: boolean
  /** How numbers go on; null: there are none to give. */
  readonly counting: Counting | null
  readonly staff: readonly PersonRef[]
  readonly person?: PersonRef
  /** `2026-01-05` */
  readonly today: string
  readonly batch: string
}

/** What a plan comes to. */
export interface PlanView {
  readonly counts: { readonly [does in PlannedAs]: number }
  /** Of those that come in, how many are worth a look. */
  readonly warned: number
  /** Lines of the file that add up others and are skipped for that. */
  readonly totals: readonly number[]
  /** The same table, taken over once more, adds just what is missing. */
  readonly foundAgain: boolean
}

export type LinesShown = 'all' | 'warned' | PlannedAs

/** One line of the table as it will be. */
export interface PlanLine {
  /** Its number in the file. */
  readonly number: number
  readonly does: PlannedAs
  /** A further line of the record above. */
  readonly goesOn: boolean
  /** By the columns that are taken over, in their order. */
  readonly cells: readonly PlanCell[]
  /** About the line as a whole. */
  readonly findings: readonly Finding[]
}

export interface PlanCell {
  /** As it will read; where it cannot be read, what stands there. */
  readonly text: string
  readonly findings: readonly Finding[]
}

/** What undoing an import comes to, in customers or records. */
export interface UndoView {
  /** 作废, or 销户. */
  readonly void: number
  readonly setBack: number
  /** Somebody worked on them since: they stay, whole or in part. */
  readonly left: number
}

export type ToTables = {
  [N in TableQuestion]: { readonly id: number; readonly ask: N; readonly input: TableQuestions[N]['in'] }
}[TableQuestion]

export type FromTables =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly crash: string }

/** The first message: which working copy is looked up. */
export interface OpenTables {
  readonly database: string
}
