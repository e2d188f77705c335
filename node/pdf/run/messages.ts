import type { PdfResult, PrintFailure } from '../../../shared/ipc/contract'
import type { RunBatch, RunDone, RunSheetDone } from '../../../shared/ipc/print-run'
import type { Result } from '../../../shared/kernel/result'
import type { Letterhead } from '../../../shared/print/layout-input'

/** What a thread that prints one run is started with. */
export interface RunSettings {
  readonly letterhead: Letterhead
  readonly title: string
  readonly onFront: boolean
  readonly copies: number
  /** Milliseconds since 1970, for the file's properties. */
  readonly now: number
  /** A file that is not there yet: all goes into it. Null: into PDFs of few pages, each on one paper, for the printer. */
  readonly file: string | null
}

export type RunMessage =
  { readonly id: number; readonly batch: RunBatch } | { readonly id: number; readonly batch: null }

/** A PDF that is ready for the printer. */
export interface RunPart extends PdfResult {
  /** Places (0…) in the run of the sheets that are whole with it. */
  readonly sheets: readonly number[]
}

/** What came of some sheets; `parts`: PDFs that are ready for the printer. */
export interface RunAnswer {
  readonly sheets: readonly RunSheetDone[]
  readonly parts: readonly RunPart[]
}

export interface RunEnd extends Omit<RunDone, 'path'> {
  readonly parts: readonly RunPart[]
}

export type RunReply =
  | { readonly id: number; readonly reply: 'added'; readonly result: Result<RunAnswer, PrintFailure> }
  | { readonly id: number; readonly reply: 'ended'; readonly result: Result<RunEnd, PrintFailure> }
