import type { Template } from '../forms/template'
import type { FormValues } from '../forms/values'
import type { Result } from '../kernel/result'
import type { ExtraPage } from '../print/extra-page'
import type { Letterhead } from '../print/layout-input'
import type { PrintSetup } from '../print/setup'
import type { PrintFailure } from './contract'

/**
 * 批量打印: one run prints any number of sheets. They come some at a time and are painted at once, so that a run holds no more
 * of them than that, however many there are. There is one run at a time.
 */
export interface PrintRunCalls {
  /** Asks for a place where one is wanted. `begun` false: the person cancelled. A run that was still going on is stopped. */
  'printRun:begin': { in: RunOrder; out: Result<{ begun: boolean }, PrintFailure> }
  /**
   * The next sheets, in order, and the forms among them that the run does not know yet; answers how each of them came out. The failure
   * of one leaves the others alone; a failure of the run (the disk is full, the printer is gone) is the answer itself: the run is over.
   */
  'printRun:add': { in: RunBatch; out: Result<readonly RunSheetDone[], PrintFailure> }
  'printRun:finish': { in: null; out: Result<RunDone, PrintFailure> }
  /** Ends it now. Of one PDF nothing is left; files that are whole, and what the printer has, stay: they are the answer, also of a run that has ended before. */
  'printRun:stop': { in: null; out: RunSent | null }
  /** Shows the file or the folder of the last run. */
  'printRun:show': { in: null; out: null }
  'printRun:printers': { in: null; out: readonly SystemPrinter[] }
}

export interface RunOrder {
  readonly into: RunInto
  readonly letterhead: Letterhead
  /** What the file says of itself. */
  readonly title: string
  /** Each sheet begins on the front of a leaf when both sides are printed: an empty page is put before it where needed. */
  readonly onFront: boolean
  /** How often each sheet follows itself. */
  readonly copies: number
}

export type RunInto =
  /** One PDF. */
  | { readonly into: 'file'; readonly suggestedName: string }
  /** A PDF for each sheet, in a folder. */
  | { readonly into: 'folder' }
  /** Straight to a printer, by its name in the system, without a dialog. */
  | { readonly into: 'printer'; readonly printer: string; readonly bothSides: boolean }

export interface RunBatch {
  readonly forms: readonly Template[]
  readonly sheets: readonly RunSheet[]
}

export interface RunSheet {
  /** Place of its form among all that came in this run (0…). */
  readonly form: number
  readonly values: FormValues
  readonly mode: 'blank' | 'filled'
  readonly forPen?: true
  readonly stamp?: string
  readonly setup?: PrintSetup
  /** Pages behind it: its attachments. */
  readonly extras?: readonly ExtraPage[]
  /** Of its own file, without ending; what stands there already stays, and this one gets a number. */
  readonly name: string
}

/** `missing`: characters that no font has. */
export type RunSheetDone = Result<
  { readonly pages: number; readonly missing: readonly string[] },
  PrintFailure
>

/** What the printer took; `last`: place in the run (0…) of the last one, null when it took none. */
export interface RunSent {
  readonly sheets: number
  readonly last: number | null
}

export interface RunDone {
  readonly pages: number
  /** Sizes of paper in points, with the pages that lie on each; of files of their own none. */
  readonly papers: readonly { readonly width: number; readonly height: number; readonly pages: number }[]
  /** The file or the folder; null for a printer. */
  readonly path: string | null
}

export interface SystemPrinter {
  /** As the system names it. */
  readonly name: string
  /** As a person reads it. */
  readonly label: string
}

/** What a person chose the last time, for the next one. */
export interface PrintRunChoices {
  readonly into: RunInto['into']
  /** Names of files (`nameByPattern`). */
  readonly pattern: string
  readonly onFront: boolean
  readonly bothSides: boolean
  /** The printer's name in the system. */
  readonly printer?: string
}
