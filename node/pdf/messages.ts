import type { PdfResult, PrintFailure, PrintJob } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'
import type { RunSettings } from './run/messages'

/** What a worker is started with. With `run` it prints one run and nothing else. */
export interface WorkerSettings {
  readonly fontsDir: string
  /** Small words at the foot of every page. */
  readonly mark?: string
  readonly run?: RunSettings
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
