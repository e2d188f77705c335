import { expandGrid, type ExpandedGrid } from '../forms'
import type { ExpandedCell } from '../forms/grid/expand'
import type { ExpandedRow } from '../forms/grid/lines'
import type { GridBlock } from '../forms/template'
import { heightOf, type Content } from './content'
import type { SheetContext } from './field-text'
import { pathsIn } from './same-values'
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

/** A grid as it was set last, with what it was set from. */
export interface KeptGrid {
  readonly expanded: ExpandedGrid
  readonly set: SetGrid
  /** Places of the cells in which each value stands, by its path key. */
  readonly cellsOf: () => ReadonlyMap<string, readonly number[]>
}

/** What has changed since a grid was set. */
export interface GridChange {
  readonly kept: KeptGrid
  /** Path keys. */
  readonly changed: ReadonlySet<string>
  /** The drawing is multiplied as it was. */
  readonly sameRows: boolean
}

export const setGrid = (sheet: SheetContext, block: GridBlock, index: number, width: number): SetGrid =>
  keepGrid(sheet, block, index, width).set

/** Sets a grid; with `since`, only the cells whose values changed are set anew. Both give the same. */
export function keepGrid(
  sheet: SheetContext,
  block: GridBlock,
  index: number,
  width: number,
  since?: GridChange,
): KeptGrid {
  if (since?.sameRows === true) return setCellsAgain(sheet, since)
  const grid = expandGrid(sheet.template, block, sheet.values, { spareRow: sheet.spareRow })
  const known = since && contentsOf(since)
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
    const room = roomIn({ cell, width: cellWidth, padX, padding }, least)
    const content = known?.get(contentKey(cell, room)) ?? setCell(sheet, cell, room)
    return { cell, content, x, width: cellWidth, padX, padTop, padding }
  })
  const firstBody = grid.rows.findIndex((row) => !row.head)
  const headRows = firstBody === -1 ? 0 : firstBody
  const bound = new Set(grid.rows.flatMap((row, place) => (row.repeat && row.repeat.line > 0 ? [place] : [])))
  const listHeads = listHeadsOf(grid.rows, headRows)
  const set = {
    block: index,
    width,
    heights: rowHeights(least, cells),
    cells,
    headRows,
    listHeads,
    least,
    bound,
  }
  let places: ReadonlyMap<string, readonly number[]> | undefined
  return { expanded: grid, set, cellsOf: () => (places ??= placesOf(cells)) }
}

/** The same drawing with other values in some of its cells. */
function setCellsAgain(sheet: SheetContext, { kept, changed }: GridChange): KeptGrid {
  const { set } = kept
  const touched = new Set([...changed].flatMap((path) => kept.cellsOf().get(path) ?? []))
  if (touched.size === 0) return kept
  const cells = [...set.cells]
  for (const place of touched) {
    const before = cells[place]
    if (before) cells[place] = { ...before, content: setCell(sheet, before.cell, roomIn(before, set.least)) }
  }
  return { ...kept, set: { ...set, cells, heights: rowHeights(set.least, cells) } }
}

interface Room {
  readonly width: number
  readonly height: number
}

/** The inside of a cell as it is drawn, in points. */
function roomIn(
  { cell, width, padX, padding }: Pick<SetCell, 'cell' | 'width' | 'padX' | 'padding'>,
  least: readonly number[],
): Room {
  let drawn = 0
  for (let row = cell.row; row < cell.row + cell.rowSpan; row++) drawn += least[row] ?? 0
  return { width: width - 2 * padX, height: drawn - padding }
}

/** Everything but the values that the content of a cell follows from. */
const contentKey = ({ lines, vertical }: ExpandedCell, { width, height }: Room): string =>
  `${width} ${height} ${String(vertical)} ${JSON.stringify(lines)}`

/** What stands in the cells whose values did not change, wherever rows came or went. */
function contentsOf({ kept, changed }: GridChange): ReadonlyMap<string, Content> {
  const { cells, least } = kept.set
  const stale = new Set([...changed].flatMap((path) => kept.cellsOf().get(path) ?? []))
  return new Map(
    cells.flatMap((set, place) =>
      stale.has(place) ? [] : [[contentKey(set.cell, roomIn(set, least)), set.content] as const],
    ),
  )
}

function placesOf(cells: readonly SetCell[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  cells.forEach(({ cell }, place) => {
    for (const path of pathsIn(cell.lines)) {
      const known = places.get(path)
      if (known) known.push(place)
      else places.set(path, [place])
    }
  })
  return places
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
