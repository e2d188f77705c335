import type { ExcelFailure, FormSheet } from '../../shared/ipc/contract'
import type { ListSheet } from '../../shared/print/excel/list-sheet'
import type { Result } from '../../shared/kernel/result'

/** What becomes a workbook: forms, a sheet each, or a list. */
export type ExcelContent =
  | { readonly content: 'forms'; readonly sheets: readonly FormSheet[] }
  | { readonly content: 'list'; readonly list: ListSheet }

/** What the thread is started with. */
export interface ExcelTask {
  readonly content: ExcelContent
  /** Milliseconds since 1970, for the file's properties. */
  readonly now: number
}

/** The workbook's bytes. */
export type ExcelResult = Result<Uint8Array, ExcelFailure>
