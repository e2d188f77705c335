import type { SheetContext } from '../field-text'
import type { SetCell, SetGrid } from '../grid'
import { widthOf } from '../measure'
import { PAD_X } from '../style'
import { cellContent, EXCEL_PADDING } from './cell-content'

/** What an indentation by one step takes in Excel; LibreOffice takes a little more. Points. */
const STEP = 10

/** A line may be set a little smaller for it. */
const LEAST_SCALE = 0.92

/** The cells of one column of a table: equal edges. */
export const columnKey = ({ x, width }: Pick<SetCell, 'x' | 'width'>): string =>
  `${x.toFixed(2)} ${width.toFixed(2)}`

/**
 * Columns whose texts (not figures at the right) keep their distance from the line as on paper. Excel's step is a large one: where a cell of
 * the column has no room for it, all of them stand at the line.
 */
export function paddedColumns(sheet: SheetContext, grid: SetGrid): ReadonlySet<string> {
  const padded = new Map<string, boolean>()
  for (const set of grid.cells) {
    const key = columnKey(set)
    if (set.cell.diagonal || set.cell.vertical || set.cell.align !== 'left') continue
    const fits = set.padX >= PAD_X && widest(sheet, set) * LEAST_SCALE <= set.width - EXCEL_PADDING - STEP
    padded.set(key, (padded.get(key) ?? true) && fits)
  }
  return new Set([...padded].filter(([, fits]) => fits).map(([key]) => key))
}

/** Width of the longest line that must not be broken, as Excel sets it: typed text that is broken on paper is left out. */
function widest(sheet: SheetContext, set: SetCell): number {
  const { value, size } = cellContent(sheet, set, Infinity)
  if (value.type === 'number') return Math.max(...set.content.lines.map((line) => line.width), 0)
  if (value.type === 'empty' || (set.content.slot && set.content.lines.length > 1)) return 0
  const lines = value.runs
    .map(({ text }) => text)
    .join('')
    .split('\n')
  return Math.max(...lines.map((line) => widthOf(line, 'serif') * size))
}
