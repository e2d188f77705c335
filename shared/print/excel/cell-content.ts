import type { ExpandedCell } from '../../forms/grid/expand'
import type { Piece } from '../../forms/template'
import type { ContentLine } from '../content'
import type { SheetContext } from '../field-text'
import type { SetCell } from '../grid'
import { widthOf } from '../measure'
import { LEAST_SIZE, SIZE_STEP, TEXT_SIZE } from '../style'
import { textOfLines } from './line-text'
import { textValue, type ExcelRun, type ExcelStyle, type ExcelValue } from './sheet'
import { GENERAL, TEXT, typedValue } from './typed-value'

/** What Excel keeps free at the sides of a cell, both together. */
export const EXCEL_PADDING = 4.5
/** Labels may be set as small as this rather than be broken inside a word: Excel's cells are a little narrower. */
const LEAST_LABEL = 6.5
/** From one line to the next in Excel, in em; also from one character to the next in a vertical label. */
const LINE_STEP = 1.32

export interface CellContent {
  readonly value: ExcelValue
  readonly format: string
  readonly size: number
  readonly fit: ExcelStyle['fit']
  readonly vAlign?: ExcelStyle['vAlign']
  readonly align?: ExcelStyle['align']
}

/** What stands in one cell of a table, `height` points high. */
export function cellContent(sheet: SheetContext, set: SetCell, height: number): CellContent {
  const { cell, content } = set
  if (cell.diagonal) return diagonalContent(cell.diagonal, set.width)
  const label = labelOf(cell.lines)
  if (label !== null) {
    if (cell.vertical) return verticalContent(label, set, height)
    return labelContent(label, set, height)
  }
  const only = wholeField(cell.lines)
  if (only && content.slot) {
    const { value, format } = typedValue(sheet, only.path, patternOf(content.lines))
    const size = content.slot.size
    // What is still to be typed may need more lines than the blank has.
    const fit =
      value.type === 'empty' ? 'wrap' : value.type === 'number' ? 'shrink' : fitOf(set, height, size)
    return { value, format, size, fit }
  }
  const value = valueOf(textOfLines(sheet, content.lines))
  const size = fittingSize(content.lines, set.width)
  return { value, format: TEXT, size, fit: fitOf(set, height, size) }
}

/** One line in a cell that has no room for another is set smaller where a font is wider than the sheet's: never cut. */
const fitOf = ({ content }: SetCell, height: number, size: number): ExcelStyle['fit'] =>
  content.lines.length === 1 && height < 2 * LINE_STEP * size ? 'shrink' : 'wrap'

const valueOf = (runs: readonly ExcelRun[]): ExcelValue =>
  runs.length === 0 ? { type: 'empty' } : { type: 'text', runs }

/** The lines of a cell that has only printed text; null for any other. */
function labelOf(lines: ExpandedCell['lines']): readonly string[] | null {
  const texts: string[] = []
  for (const line of lines) {
    let text = ''
    for (const piece of line) {
      if (piece.piece !== 'text') return null
      text += piece.text
    }
    texts.push(text)
  }
  return texts
}

/** The field that has a cell to itself. */
function wholeField(lines: ExpandedCell['lines']): Extract<Piece, { piece: 'field' }> | null {
  const only = lines.length === 1 && lines[0]?.length === 1 ? lines[0][0] : undefined
  return only?.piece === 'field' && only.width === undefined ? only : null
}

/** 　　年　　月　　日 as it fits its cell. */
const patternOf = (lines: readonly ContentLine[]): string =>
  lines.flatMap(({ items }) => items.flatMap((item) => (item.item === 'text' ? [item.text] : []))).join('\n')

/** A printed label, broken where the sheet breaks it. A running number is a number. */
function labelContent(label: readonly string[], set: SetCell, height: number): CellContent {
  const { lines } = set.content
  const size = fittingSize(lines, set.width)
  const [only = ''] = label
  if (label.length === 1 && /^(0|[1-9]\d{0,8})$/.test(only)) {
    return { value: { type: 'number', value: Number(only) }, format: GENERAL, size, fit: 'shrink' }
  }
  const broken = lines.map(({ items: [item] }) => (item?.item === 'text' ? item.text : ''))
  const text = broken.join('\n')
  const value = textValue(text.trim() === '' ? '' : text)
  return { value, format: formatOf(text), size, fit: fitOf(set, height, size) }
}

/** A label that Excel would take for a formula when somebody edits it. */
const formatOf = (label: string): string => (/^[=+\-@]/.test(label) ? TEXT : GENERAL)

function verticalContent(label: readonly string[], set: SetCell, height: number): CellContent {
  const text = label.join('\n')
  const longest = Math.max(...label.map((line) => Array.from(line).length), 1)
  const sizes = sizesOf(set.content.lines)
  let size = Math.min(TEXT_SIZE, ...sizes)
  while (size > LEAST_LABEL && longest * LINE_STEP * size > height) size -= SIZE_STEP
  return { value: textValue(text), format: GENERAL, size, fit: label.length > 1 ? 'wrap' : 'plain' }
}

/** Parts from the bottom left to the top right, a line each. */
function diagonalContent(parts: readonly string[], width: number): CellContent {
  const room = width - EXCEL_PADDING
  const widest = Math.max(...parts.map((part) => widthOf(part, 'serif')), 1)
  let size = TEXT_SIZE
  while (size > LEAST_SIZE && widest * size > width * 0.55) size -= SIZE_STEP
  const lines = [...parts].reverse().map((part, index) => {
    const spare = room / size - widthOf(part, 'serif') - 0.2
    // The part at the bottom left lies under the line, all others above it.
    const half = index === parts.length - 1 ? 0 : Math.max(0, Math.floor(spare * 2))
    return '\u3000'.repeat(Math.floor(half / 2)) + (half % 2 === 1 ? ' ' : '') + part
  })
  const value = textValue(lines.join('\n'))
  return { value, format: GENERAL, size, fit: 'wrap', vAlign: 'spread', align: 'left' }
}

const sizesOf = (lines: readonly ContentLine[]): readonly number[] =>
  lines.flatMap(({ items }) => items.flatMap((item) => (item.item === 'text' ? [item.size] : [])))

/** The size of set lines, a little smaller where Excel's cell would otherwise break them once more. */
export function fittingSize(lines: readonly ContentLine[], width: number): number {
  const set = Math.min(TEXT_SIZE, ...sizesOf(lines))
  const widest = Math.max(...lines.map((line) => line.width / set), 0)
  let size = set
  while (size > LEAST_LABEL && widest * size > width - EXCEL_PADDING) size -= SIZE_STEP
  return size
}
