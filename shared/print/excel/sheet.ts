import type { Paper } from '../../forms/template'

/** A form as one sheet of a workbook. Lengths in points. */
export interface ExcelSheet {
  /** What the sheet should be called; made fit for Excel where the workbook is put together. */
  readonly name: string
  /** Right edge of every column, from the table's left edge. */
  readonly edges: readonly number[]
  readonly rows: readonly ExcelRow[]
  /** Merged cells do not overlap. What stands under a merged cell is not listed. */
  readonly cells: readonly ExcelCell[]
  readonly picture?: ExcelPicture
  readonly print: ExcelPrint
}

export interface ExcelRow {
  readonly height: number
}

export interface ExcelCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly value: ExcelValue
  readonly style: ExcelStyle
}

export type ExcelValue =
  | { readonly type: 'empty' }
  /** A text cell, whatever it begins with: never a formula, a number or an error. */
  | { readonly type: 'text'; readonly runs: readonly ExcelRun[] }
  /** Also dates and times: days since 1899-12-30 and their parts. */
  | { readonly type: 'number'; readonly value: number }

export interface ExcelRun {
  readonly text: string
  readonly underlined?: true
}

export interface ExcelStyle {
  /** A number format of Excel; `@` keeps what is typed into the cell later a text. */
  readonly format: string
  readonly size: number
  readonly bold?: true
  /** Seal red: 作废. */
  readonly red?: true
  readonly align: 'left' | 'center' | 'right'
  readonly vAlign: 'top' | 'middle' | 'spread'
  /** Wrapped to the cell's width, set smaller until it fits on its one line, or neither. */
  readonly fit: 'wrap' | 'shrink' | 'plain'
  /** Characters stand under each other. */
  readonly vertical?: true
  /** A line from the top left to the bottom right. */
  readonly diagonal?: true
  /** Room at the side that the text begins at: as on paper between line and text, or for a picture. */
  readonly indent?: number
  /** Absent: a text outside the tables. */
  readonly border?: ExcelBorder
}

/** Whether each side lies on the frame of its table (drawn thicker) or inside it. */
export interface ExcelBorder {
  readonly top: 'frame' | 'inner'
  readonly bottom: 'frame' | 'inner'
  readonly left: 'frame' | 'inner'
  readonly right: 'frame' | 'inner'
}

/** The firm's logo in the top left corner. */
export interface ExcelPicture {
  /** PNG or JPEG as a data URL. */
  readonly source: string
  readonly width: number
  readonly height: number
}

export interface ExcelPrint {
  readonly paper: Paper
  /** Of the page as it lies. */
  readonly width: number
  readonly height: number
  readonly margins: {
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly left: number
    /** From the paper's edge to the page number. */
    readonly footer: number
  }
  /** First and last of the rows that are repeated on every page. */
  readonly repeat: { readonly first: number; readonly last: number }
  /** Rows that begin a page. */
  readonly breaks: readonly number[]
  /** The form has one page and is kept on it; not where somebody may add rows. */
  readonly onePage: boolean
}

/** A text is longer than Excel's cells are; nothing is cut, so nothing is exported. `length` in UTF-16 units, as Excel counts. */
export interface CellTooLong {
  readonly type: 'CellTooLong'
  readonly form: string
  readonly field: string
  readonly length: number
  readonly most: number
}

/** Most UTF-16 units in a cell (Microsoft, “Excel specifications and limits”). */
export const MOST_IN_CELL = 32_767

export const textValue = (text: string): ExcelValue =>
  text === '' ? { type: 'empty' } : { type: 'text', runs: [{ text }] }

export const lengthOfValue = (value: ExcelValue): number =>
  value.type === 'text' ? value.runs.reduce((length, run) => length + run.text.length, 0) : 0
