import type { ExcelFailure, FormSheet } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'

/** What the thread is started with. */
export interface ExcelTask {
  readonly sheets: readonly FormSheet[]
  /** Milliseconds since 1970, for the file's properties. */
  readonly now: number
}

/** The workbook's bytes. */
export type ExcelResult = Result<Uint8Array, ExcelFailure>
