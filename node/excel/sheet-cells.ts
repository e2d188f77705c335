import type { Cell, MergeRange } from 'hucre/xlsx'
import type { ExcelCell, ExcelStyle, ExcelValue } from '../../shared/print/excel/sheet'
import { borderAt, cellStyle, fontOf } from './styles'

type Squares = Map<string, Partial<Cell>>

/** The squares of a sheet by `row,column`, and which of them are merged. */
export function squaresOf(cells: readonly ExcelCell[]): {
  readonly squares: Squares
  readonly merges: MergeRange[]
} {
  const squares: Squares = new Map()
  const merges: MergeRange[] = []
  for (const cell of cells) {
    const { row, column, rowSpan, columnSpan, style, value } = cell
    if (rowSpan > 1 || columnSpan > 1) {
      merges.push({
        startRow: row,
        startCol: column,
        endRow: row + rowSpan - 1,
        endCol: column + columnSpan - 1,
      })
    }
    for (let down = 0; down < rowSpan; down++) {
      for (let right = 0; right < columnSpan; right++) {
        const isFirst = down === 0 && right === 0
        // Every square of a merged cell bears its part of the border.
        const sides = {
          top: down === 0,
          bottom: down === rowSpan - 1,
          left: right === 0,
          right: right === columnSpan - 1,
        }
        const border = style.border ? borderAt(style.border, sides, isFirst && style.diagonal === true) : null
        const look = cellStyle(style, border)
        squares.set(`${row + down},${column + right}`, {
          ...(isFirst ? valueOf(value, style) : { value: null }),
          style: look,
        })
      }
    }
  }
  return { squares, merges }
}

/** Excel's own words for errors: as plain strings the library would write them as errors. */
const ERROR = /^#[A-Z0-9/_]+[!?]?$/

function valueOf(value: ExcelValue, style: ExcelStyle): Partial<Cell> {
  switch (value.type) {
    case 'empty':
      return { value: null }
    case 'number':
      return { value: value.value }
    case 'text': {
      const runs = value.runs.map((run) => ({ ...run, text: escaped(run.text) }))
      const [only] = runs
      if (runs.length === 1 && only && !only.underlined) return plainText(only.text)
      const richText = runs.map(({ text, underlined }) =>
        underlined ? { text, font: { ...fontOf(style), underline: true } } : { text },
      )
      return { value: null, richText }
    }
  }
}

/** A text without runs; it stays a text, whatever it says. */
const plainText = (text: string): Partial<Cell> =>
  ERROR.test(text) ? { value: null, richText: [{ text }] } : { value: text }

/**
 * `_x0041_` in a file stands for A: what a person typed so is written with its first character escaped, and so is what XML
 * cannot hold (ECMA-376, ST_Xstring).
 */
export const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
