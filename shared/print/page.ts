import type { Path } from '../forms/field'

/** The program's own fonts: serif (宋体-like) for the sheet, sans for what was typed, rare for characters that those lack. */
export type Face = 'serif' | 'serifBold' | 'sans' | 'rare'

/** A form laid out on pages. All lengths in PDF points (1/72 inch), origin top left, y down. */
export interface LaidOutForm {
  readonly pages: readonly LaidOutPage[]
  /** Characters that no font has: they are left out of the drawing and named in a warning. */
  readonly missing: readonly string[]
}

export interface LaidOutPage {
  readonly width: number
  readonly height: number
  /** Where the last ink ends; the screen may crop the empty rest of the sheet. */
  readonly contentBottom: number
  readonly cells: readonly LaidCell[]
  /** Table lines, each drawn once. */
  readonly rules: readonly RuleLine[]
  readonly runs: readonly TextRun[]
  readonly ticks: readonly TickBox[]
  readonly slots: readonly Slot[]
  readonly images: readonly ImageBox[]
  readonly stamp?: StampMark
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface LaidCell extends Box {
  readonly kind: 'label' | 'field' | 'blank'
  /** Index of the grid block in the template's body, and the cell's place in the expanded grid. */
  readonly block: number
  readonly row: number
  readonly column: number
}

export interface RuleLine {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  /** Stroke width. */
  readonly width: number
}

/** A run of text in one face on one line. */
export interface TextRun {
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly text: string
  readonly face: Face
  readonly size: number
  /** Advance of the run, letter spacing included. */
  readonly width: number
  /** Extra space after each character. */
  readonly spacing: number
  /** label: printed on the form; value: what a person filled in; chrome: head, page number, code. */
  readonly role: 'label' | 'value' | 'chrome'
  /** Where a value comes from; also on the 年 月 日 printed in its place on a blank form. */
  readonly path?: Path
}

/**
 * A tick box, drawn as vectors (strokes: `tick-shape.ts`). `hit` also covers its label. A choice whose options stand in
 * several cells has a slot in each of them, all with the same path.
 */
export interface TickBox extends Box {
  readonly path: Path
  readonly option: string
  readonly ticked: boolean
  readonly hit: Box
  /** Place among the options of its field, 1… : the number key that ticks it. */
  readonly ordinal: number
  /** 套打: the tick alone, its box is on the paper already. */
  readonly bare?: true
}

/**
 * Where a person fills in one field: the text area's own box (without the cell's padding). In reading order over a page.
 * A row that does not exist yet has a path `[rows, '+n', column]`, n being its place; filling it creates the row.
 */
export interface Slot extends Box {
  readonly path: Path
  readonly kind: 'text' | 'ticks' | 'computed' | 'ink'
  readonly cell: Box
  readonly size: number
  readonly lineHeight: number
  readonly align: 'left' | 'center' | 'right'
  readonly multiline: boolean
  /** The rest, on a 续页, of a text that began on the page before. */
  readonly continued?: true
}

export interface ImageBox extends Box {
  /** PNG or JPEG as a data URL. */
  readonly source: string
}

/** 作废 and the like: a framed word in seal red, turned about its centre. */
export interface StampMark {
  readonly text: string
  readonly centerX: number
  readonly centerY: number
  /** The frame, before turning. */
  readonly width: number
  readonly height: number
  /** Degrees, positive anticlockwise. */
  readonly angle: number
  /** Size and letter spacing of the word, set in serifBold in the middle of the frame. */
  readonly size: number
  readonly spacing: number
}
