import type { CellStyle } from 'hucre/xlsx'
import type { ExcelBorder, ExcelStyle } from '../../shared/print/excel/sheet'

/** 宋体: on every Chinese computer, and what paper forms are set in. */
export const FONT = '宋体'
/** The Chinese character set, so that a program without 宋体 takes another Chinese font. */
const GB2312 = 134
const SEAL_RED = 'B3261E'
/** Microsoft: text rotation of characters under each other. */
const STACKED = 255
/** What one step of indentation takes, in points. */
const INDENT = 6.5

export const fontOf = (style: ExcelStyle): NonNullable<CellStyle['font']> => ({
  name: FONT,
  charset: GB2312,
  size: style.size,
  ...(style.bold && { bold: true }),
  ...(style.red && { color: { rgb: SEAL_RED } }),
})

const VERTICALS = { top: 'top', middle: 'center', spread: 'justify' } as const

/** How a square of the sheet looks; `border` are the sides that this square has of its cell's border. */
export function cellStyle(style: ExcelStyle, border: NonNullable<CellStyle['border']> | null): CellStyle {
  const { format, align, vAlign, fit, vertical, indent } = style
  return {
    font: fontOf(style),
    ...(border && { border }),
    alignment: {
      horizontal: align,
      vertical: VERTICALS[vAlign],
      ...(vertical && { textRotation: STACKED }),
      ...(fit === 'wrap' ? { wrapText: true } : {}),
      ...(fit === 'shrink' ? { shrinkToFit: true } : {}),
      ...(indent !== undefined && { indent: Math.ceil(indent / INDENT) }),
    },
    ...(format !== 'General' && { numFmt: format }),
  }
}

/** Which sides of its merged cell a square lies at. */
export interface Sides {
  readonly top: boolean
  readonly bottom: boolean
  readonly left: boolean
  readonly right: boolean
}

const BLACK = { rgb: '000000' }
const LINE = {
  frame: { style: 'medium', color: BLACK },
  inner: { style: 'thin', color: BLACK },
} as const

export function borderAt(
  border: ExcelBorder,
  sides: Sides,
  diagonal: boolean,
): NonNullable<CellStyle['border']> {
  return {
    ...(sides.top && { top: LINE[border.top] }),
    ...(sides.bottom && { bottom: LINE[border.bottom] }),
    ...(sides.left && { left: LINE[border.left] }),
    ...(sides.right && { right: LINE[border.right] }),
    ...(diagonal && { diagonal: LINE.inner, diagonalDown: true }),
  }
}
