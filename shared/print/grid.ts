import { expandGrid } from '../forms'
import type { ExpandedCell } from '../forms/grid/expand'
import type { ExpandedRow } from '../forms/grid/lines'
import type { GridBlock } from '../forms/template'
import { heightOf, type Content } from './content'
import type { SheetContext } from './field-text'
import { setCell } from './set-cell'
import { LABEL_LEADING, LEAST_ROW, MM, PAD_LABEL, PAD_LEAST, PAD_TOP, PAD_X, PAD_Y, TEXT_SIZE } from './style'

/** A cell of the expanded grid with what stands in it. */
export interface SetCell {
  readonly cell: ExpandedCell
  readonly content: Content
  readonly x: number
  readonly width: number
  /** Room at either side of the content. */
  readonly padX: number
  /** Room above the content, and above and below together. */
  readonly padTop: number
  readonly padding: number
}

/** A grid with widths and heights, before it is cut into pages. Points, from the table's own left edge. */
export interface SetGrid {
  /** Index in the template's body. */
  readonly block: number
  readonly width: number
  readonly heights: readonly number[]
  readonly cells: readonly SetCell[]
  /** How many rows at the top are repeated on further pages. */
  readonly headRows: number
  /** Heads of lists further down: rows `from` … `to` (not included), repeated while the rows before `until` go on. */
  readonly listHeads: readonly ListHead[]
  /** Least heights of the rows. */
  readonly least: readonly number[]
  /** Rows that belong to the row above them (the second line of 计划/实际) and stay with it. */
  readonly bound: ReadonlySet<number>
}

export interface ListHead {
  readonly from: number
  readonly to: number
  readonly until: number
}

function listHeadsOf(rows: readonly ExpandedRow[], headRows: number): readonly ListHead[] {
  const heads: ListHead[] = []
  for (let from = headRows; from < rows.length; from++) {
    if (rows[from]?.head !== true) continue
    let to = from
    while (rows[to]?.head === true) to++
    let until = to
    while (rows[until]?.repeat && rows[until]?.repeat?.field === rows[to]?.repeat?.field) until++
    heads.push({ from, to, until })
    from = to
  }
  return heads
}

export function setGrid(sheet: SheetContext, block: GridBlock, index: number, width: number): SetGrid {
  const grid = expandGrid(sheet.template, block, sheet.values, { spareRow: sheet.spareRow })
  const total = grid.columns.reduce((sum, share) => sum + share, 0)
  const edges = [0]
  for (const share of grid.columns) edges.push((edges.at(-1) ?? 0) + (width * share) / total)
  const least = grid.rows.map((row) => Math.max(row.height * MM * sheet.rowScale, LEAST_ROW))
  const cells = grid.cells.map((cell): SetCell => {
    const x = edges[cell.column] ?? 0
    const cellWidth = (edges[cell.column + cell.columnSpan] ?? width) - x
    const padTop = cell.vAlign === 'top' ? PAD_TOP : PAD_Y
    const padX = sidePadding(cell, cellWidth)
    const padding = padTop + PAD_Y
    const drawn = least.slice(cell.row, cell.row + cell.rowSpan).reduce((sum, height) => sum + height, 0)
    const content = setCell(sheet, cell, { width: cellWidth - 2 * padX, height: drawn - padding })
    return { cell, content, x, width: cellWidth, padX, padTop, padding }
  })
  const firstBody = grid.rows.findIndex((row) => !row.head)
  const headRows = firstBody === -1 ? 0 : firstBody
  const bound = new Set(grid.rows.flatMap((row, place) => (row.repeat && row.repeat.line > 0 ? [place] : [])))
  const listHeads = listHeadsOf(grid.rows, headRows)
  return { block: index, width, heights: rowHeights(least, cells), cells, headRows, listHeads, least, bound }
}

/** Narrow cells give up some of their padding; centred labels need less. */
function sidePadding({ kind, align }: ExpandedCell, cellWidth: number): number {
  const most = kind === 'label' && align === 'center' ? PAD_LABEL : PAD_X
  return Math.min(most, Math.max(PAD_LEAST, (cellWidth - TEXT_SIZE) / 4))
}

/** What a cell needs to hold its content. */
export function neededHeight({ cell, content, padding }: SetCell): number {
  if (cell.diagonal) return cell.diagonal.length * TEXT_SIZE * LABEL_LEADING + 2 * PAD_Y
  return content.lines.length === 0 ? 0 : heightOf(content) + padding
}

/** Each row as high as the tallest of its cells; what a cell over several rows still lacks is shared among them. */
function rowHeights(least: readonly number[], cells: readonly SetCell[]): readonly number[] {
  const heights = [...least]
  for (const set of cells) {
    if (set.cell.rowSpan === 1)
      heights[set.cell.row] = Math.max(heights[set.cell.row] ?? 0, neededHeight(set))
  }
  const spanning = cells.filter((set) => set.cell.rowSpan > 1).sort((a, b) => a.cell.rowSpan - b.cell.rowSpan)
  for (const set of spanning) {
    const { row, rowSpan } = set.cell
    const has = heights.slice(row, row + rowSpan).reduce((sum, height) => sum + height, 0)
    const lack = neededHeight(set) - has
    if (lack <= 0) continue
    for (let i = row; i < row + rowSpan; i++) heights[i] = (heights[i] ?? 0) + lack / rowSpan
  }
  return heights
}
