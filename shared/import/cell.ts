/** How a number cell is shown, as far as it says what the number is. */
export type NumberShow = 'plain' | 'percent' | 'date' | 'time' | 'dateTime'

/**
 * One filled cell of a table as its file has it. `formula`: its value was worked out by the program that wrote the file, and
 * is taken as it was stored.
 */
export type SheetCell =
  | { readonly cell: 'text'; readonly text: string; readonly formula?: true }
  | {
      readonly cell: 'number'
      /** As the file writes it, such as `44197`, `0.1` or `1.2E+20`. */
      readonly number: string
      readonly shows: NumberShow
      /** Shown with at least so many digits: 00123. */
      readonly digits?: number
      readonly formula?: true
    }
  | { readonly cell: 'boolean'; readonly value: boolean; readonly formula?: true }
  /** Excel's own words for errors, such as `#N/A`. */
  | { readonly cell: 'error'; readonly text: string; readonly formula?: true }
  /** A formula whose value the file does not hold. */
  | { readonly cell: 'noValue' }

/** Cells by column from 0; null is an empty one. */
export type SheetCells = readonly (SheetCell | null)[]

/** One line of a table. Empty lines are left out. */
export interface SheetRow {
  /** As a person counts it in the file, from 1. */
  readonly number: number
  readonly hidden: boolean
  readonly cells: SheetCells
}

/** A merged area, rows by their number from 1, columns from 0, both ends inside. */
export interface MergedArea {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface SourceSheet {
  /** Empty for a text file and for pasted cells. */
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly SheetRow[]
  readonly merges: readonly MergedArea[]
  /** Columns from 0. */
  readonly hiddenColumns: readonly number[]
  /** Days are counted from 1904, as old Macs did. */
  readonly from1904: boolean
  readonly formulas: number
  /** Formulas without a stored value. */
  readonly withoutValue: number
}

/** What a file holds that a person should know of before it is taken over. */
export type SourceNote =
  /** The cells' values as stored are read; the other files are not. */
  | { readonly note: 'externalLinks'; readonly files: readonly string[] }
  /** The text was read in this encoding. */
  | { readonly note: 'encoding'; readonly encoding: TextEncoding }
  /** Bytes that stand for no character were read as U+FFFD. */
  | { readonly note: 'strangeBytes'; readonly count: number }
  /** A quotation mark that is never closed: from this line on everything is one cell. */
  | { readonly note: 'openQuote'; readonly line: number }

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** A file of tables, read. */
export interface SourceFile {
  readonly sheets: readonly SourceSheet[]
  readonly notes: readonly SourceNote[]
}

/** Whether there is nothing to be read in a cell. */
export const isBlank = (cell: SheetCell | null | undefined): boolean =>
  cell === null || cell === undefined || (cell.cell === 'text' && cell.text.trim() === '')
