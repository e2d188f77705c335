import { findField } from '../forms/field-types'
import type { ExpandedCell } from '../forms/grid/expand'
import type { Piece } from '../forms/template'
import type { Content } from './content'
import { fieldText, type SheetContext } from './field-text'
import { tickOptions } from './options'
import { setInline } from './set-inline'
import { setLabel, setVertical } from './set-label'
import { setOptions } from './set-options'
import { setValue } from './set-value'

const textOf = (line: readonly Piece[]): string =>
  line.map((piece) => (piece.piece === 'text' ? piece.text : '')).join('')

const isText = (lines: ExpandedCell['lines']): boolean =>
  lines.every((line) => line.every((piece) => piece.piece === 'text'))

/** What stands in a cell; its inside as it is drawn, in points. What needs more height gets it. */
export function setCell(
  sheet: SheetContext,
  cell: Pick<ExpandedCell, 'lines' | 'vertical'>,
  { width, height }: { readonly width: number; readonly height: number },
): Content {
  if (isText(cell.lines)) {
    const paragraphs = cell.lines.map(textOf)
    if (cell.vertical) return setVertical(paragraphs, width)
    return setLabel(paragraphs, width)
  }
  const only = cell.lines.length === 1 && cell.lines[0]?.length === 1 ? cell.lines[0][0] : undefined
  if (only?.piece !== 'field' || only.width !== undefined) return setInline(sheet, cell.lines, width)
  const field = findField(sheet.template, only.path)
  const shown = fieldText(sheet, only.path)
  if (field && shown.slot === 'ticks') {
    const scale = field.type.type === 'rating' || field.type.type === 'matrix'
    return setOptions(tickOptions(sheet, field, only.path), only.path, width, scale)
  }
  return setValue(shown, only.path, width, height)
}
