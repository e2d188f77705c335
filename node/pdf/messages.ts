import type { PdfResult, PrintFailure, PrintJob } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'

/** What a worker is started with. */
export interface WorkerSettings {
  readonly fontsDir: string
}

export interface JobMessage {
  readonly id: number
  readonly job: PrintJob
  /** Milliseconds since 1970, for the file's properties. */
  readonly now: number
}

export interface DoneMessage {
  readonly id: number
  readonly result: Result<PdfResult, PrintFailure>
}
