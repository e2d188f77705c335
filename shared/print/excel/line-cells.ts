import type { SheetContext } from '../field-text'
import type { SetLine } from '../line-block'
import { fittingSize } from './cell-content'
import { textOfLines } from './line-text'
import type { Raster } from './raster'
import type { ExcelCell } from './sheet'
import { TEXT } from './typed-value'

/** Left edges of a line's parts, and its right end, on the raster: the parts share the width evenly, as on paper. */
export function partEdges({ parts }: SetLine, raster: Raster, width: number): readonly number[] {
  const starts = parts.map((_, index) => (index === 0 ? 0 : raster.near((index * width) / parts.length)))
  return [...starts, width]
}

/** Captions and foot lines: text outside the tables. */
export function lineCells(
  sheet: SheetContext,
  line: SetLine,
  row: number,
  rowSpan: number,
  edges: readonly number[],
  raster: Raster,
): readonly ExcelCell[] {
  return line.parts.flatMap((part, index): readonly ExcelCell[] => {
    const column = raster.at(edges[index] ?? 0)
    const end = raster.at(edges[index + 1] ?? 0)
    const runs = textOfLines(sheet, part.content.lines)
    if (runs.length === 0 || end <= column) return []
    const flushRight = line.place === 'caption' && index > 0 && index === line.parts.length - 1
    return [
      {
        row,
        column,
        rowSpan,
        columnSpan: end - column,
        value: { type: 'text', runs },
        style: {
          format: TEXT,
          size: fittingSize(part.content.lines, (edges[index + 1] ?? 0) - (edges[index] ?? 0)),
          align: flushRight ? 'right' : 'left',
          vAlign: 'middle',
          fit: 'wrap',
        },
      },
    ]
  })
}
