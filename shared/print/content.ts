import type { Path } from '../forms/field'
import type { Face, Slot, TextRun } from './page'

/** What stands in one cell, or in one part of a line, before it has a place. Lengths in points. */
export interface Content {
  readonly lines: readonly ContentLine[]
  /** Printed again on every page that the cell reaches (labels), or flowing on from page to page (what is filled in). */
  readonly flow: 'repeat' | 'continue'
  /** The one field that owns the whole cell. */
  readonly slot?: CellSlot
}

/** A line has its own height; the items' `x` counts from its left edge, `y` from its middle. */
export interface ContentLine {
  readonly height: number
  readonly width: number
  readonly items: readonly Item[]
}

export interface CellSlot {
  readonly path: Path
  readonly kind: Slot['kind']
  readonly size: number
  readonly lineHeight: number
  readonly multiline: boolean
}

export type Item = TextItem | TickItem | SlotItem | BlankLine

/** Text on one line; may still need several fonts. */
export interface TextItem {
  readonly item: 'text'
  readonly x: number
  /** Middle of the text's line box, down from the middle of the line. */
  readonly y: number
  readonly text: string
  readonly face: Face
  readonly size: number
  readonly role: TextRun['role']
  readonly path?: Path
}

export interface TickItem {
  readonly item: 'tick'
  readonly x: number
  readonly y: number
  readonly side: number
  readonly path: Path
  readonly option: string
  readonly ordinal: number
  readonly ticked: boolean
  /** Width from the box's left edge that a click reaches: its label too. Absent: the whole cell. */
  readonly hitWidth?: number
}

/** A blank inside text. */
export interface SlotItem {
  readonly item: 'slot'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly path: Path
  readonly kind: Slot['kind']
  readonly size: number
  readonly lineHeight: number
  readonly align: Slot['align']
  readonly multiline: boolean
}

/** The thin line under a blank inside text. */
export interface BlankLine {
  readonly item: 'underline'
  readonly x: number
  readonly y: number
  readonly width: number
}

export const heightOf = (content: Content): number =>
  content.lines.reduce((height, line) => height + line.height, 0)
