import type { Field, FieldRule, Path } from './field'

/** record: one sheet about one thing; list: many rows; survey: a customer answers; stats: figures over the others. */
export type FormKind = 'record' | 'list' | 'survey' | 'stats'

export interface Paper {
  readonly size: 'A3' | 'A4' | 'B5' | '16K'
  readonly orientation: 'portrait' | 'landscape'
}

/** A form as data: the canonical JSON of a template. Immutable; its content hash names it for ever. */
export interface Template {
  readonly format: 1
  readonly code: string
  readonly version: number
  /** Content hash of the form of the books that a firm's own version was made from; absent in those themselves. */
  readonly base?: string
  /** Name in the catalogue, e.g. 客户投诉登记表一. */
  readonly name: string
  /** Printed title; may drop 一/二. */
  readonly title: string
  readonly module: string
  readonly kind: FormKind
  readonly paper: Paper
  /** Pages that the blank form has. */
  readonly pages: number
  readonly fields: readonly Field[]
  readonly rules: readonly FieldRule[]
  readonly body: readonly Block[]
}

/** What stands on the sheet, from top to bottom. */
export type Block = GridBlock | LineBlock | { readonly block: 'pageBreak' }

/** Text outside the tables, spread over the width: one to three parts (left · centre · right), or evenly when more. */
export interface LineBlock {
  readonly block: 'line'
  readonly place: 'caption' | 'foot'
  readonly parts: readonly Piece[][]
}

export interface GridBlock {
  readonly block: 'grid'
  /** Column widths as shares of the table's width; they sum to 100. */
  readonly columns: readonly number[]
  readonly rows: readonly GridRow[]
  /** Cells in reading order (row, then column). They tile the grid: every square belongs to exactly one. */
  readonly cells: readonly Cell[]
  readonly repeats: readonly Repeat[]
}

export interface GridRow {
  /** Least height in millimetres. */
  readonly height: number
  /** A head row is repeated on every further page of its grid. */
  readonly head: boolean
}

export interface Cell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** label: only printed text; field: something to fill; blank: neither. */
  readonly kind: 'label' | 'field' | 'blank'
  /** Printed lines; a line is a run of pieces. */
  readonly lines: readonly (readonly Piece[])[]
  /** ↓: characters stand under each other. */
  readonly vertical: boolean
  /** Diagonal head with two or three parts, bottom left first; `lines` is empty then. */
  readonly diagonal?: readonly string[]
  readonly align: 'left' | 'center' | 'right'
  readonly vAlign: 'top' | 'middle'
  /** Inside a repeated pattern: drawn one time over all its rows instead of once a row (由高到低排名 beside a ranking). */
  readonly once?: true
}

/** What stands inside a cell or a line, in order. */
export type Piece =
  | { readonly piece: 'text'; readonly text: string }
  /** The field itself; `width` (in characters, em) where it is a blank inside text, else it takes what the cell has. */
  | { readonly piece: 'field'; readonly path: Path; readonly width?: number }
  /**
   * One tick box of a choice, choices, yes/no, rating or matrix item; `option` is the value that it stands for, `bare`
   * draws the box without its label. The label to print is `optionLabel(field.type, option)`.
   */
  | { readonly piece: 'option'; readonly path: Path; readonly option: string; readonly bare: boolean }
  /** A field's own label as printed text, which a firm may change: path `[field]` or `[rows, column]`. */
  | { readonly piece: 'name'; readonly path: Path }

/** A piece as it is laid out: names have become text. */
export type DrawnPiece = Exclude<Piece, { piece: 'name' }>

/**
 * Rows of the grid (or, across, columns) that are drawn once for every row of a `rows` field. Two fields may share the
 * same pattern; it is then drawn as often as the longer one needs. See LANGUAGE.md for what repeats and what stretches.
 */
export interface Repeat {
  readonly field: string
  readonly direction: 'down' | 'across'
  /** First grid row (down) or grid column (across) of the pattern, and how many belong to it. */
  readonly first: number
  readonly count: number
}
