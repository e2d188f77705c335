import type { Cell, DrawnPiece, GridBlock, Template } from '../template'
import type { FormValues } from '../values'
import { extent } from '../source/repeats'
import { Columns, sharesOf } from './columns'
import { type ExpandedRow, Lines } from './lines'
import { laneOf, type Pattern, patternsOf } from './patterns'
import { printNames, resolveLines } from './resolve'

/** A grid with every repeat multiplied: ready to be laid out. */
export interface ExpandedGrid {
  /** Column widths as shares of the table's width; they sum to 100. */
  readonly columns: readonly number[]
  readonly rows: readonly ExpandedRow[]
  /** In reading order; they tile the grid. Running numbers and labels of preset rows have become text. */
  readonly cells: readonly ExpandedCell[]
}

/** Paths name real rows, `p1` … for preset rows, `+n` for printed rows that do not exist yet (n: place from 1). */
export type ExpandedCell = Omit<Cell, 'once' | 'lines'> & {
  readonly lines: readonly (readonly DrawnPiece[])[]
}

export interface ExpandOptions {
  /** On the screen: one more empty row when every drawn one is used (up to the field's `max`). */
  readonly spareRow?: boolean
}

/**
 * Multiplies what repeats. Cells wholly inside a pattern repeat with every row; a cell that also covers something beside
 * the pattern, or is marked `once`, is drawn one time and stretches over all rows. Across, only the lines between the
 * first and the last cell of that rows field repeat; the other lines keep their drawn widths. The drawn width of a
 * pattern that runs across is shared out among its rows.
 */
export function expandGrid(
  template: Pick<Template, 'fields'>,
  block: GridBlock,
  values: FormValues,
  options: ExpandOptions = {},
): ExpandedGrid {
  const patterns = patternsOf(template, block, values, options.spareRow === true)
  const { columns, rows, places } = framed(template, block, patterns)
  const cells = places.map(({ cell, index }) =>
    index === null ? cell : { ...cell, lines: resolveLines(template, cell.lines, index, values) },
  )
  return { columns, rows, cells }
}

/** A drawing multiplied so many times, before rows are put into it. */
interface Frame extends Pick<ExpandedGrid, 'columns' | 'rows'> {
  /** In reading order. `index`: of the row (0 …) that the cell is for; null for one that is the same whatever the rows are. */
  readonly places: readonly { readonly cell: ExpandedCell; readonly index: number | null }[]
}

/** The last frames of each drawing, by how often its patterns are copied: drawings never change. By the fields, whose names stand in them. */
const frames = new WeakMap<Template['fields'], WeakMap<GridBlock, Map<string, Frame>>>()
const MOST_FRAMES = 4

function framed(template: Pick<Template, 'fields'>, block: GridBlock, patterns: readonly Pattern[]): Frame {
  const ofForm = frames.get(template.fields) ?? new WeakMap<GridBlock, Map<string, Frame>>()
  frames.set(template.fields, ofForm)
  const known = ofForm.get(block) ?? new Map<string, Frame>()
  ofForm.set(block, known)
  const copies = patterns.map((pattern) => pattern.copies).join()
  const found = known.get(copies)
  if (found) return found
  if (known.size >= MOST_FRAMES) known.clear()
  const frame = frameOf(template, block, patterns)
  known.set(copies, frame)
  return frame
}

function frameOf(template: Pick<Template, 'fields'>, block: GridBlock, patterns: readonly Pattern[]): Frame {
  const down = patterns.filter((pattern) => pattern.direction === 'down')
  const across = patterns.filter((pattern) => pattern.direction === 'across')
  const lines = new Lines(block.rows, down)
  const shared = block.cells.map((cell) => {
    const inAcross = across.find((pattern) => repeats(pattern, cell))
    return { inAcross, shares: sharesOf(block.columns, cell, inAcross) }
  })
  const columns = new Columns(shared.flatMap(({ shares }) => shares.flatMap(([from, to]) => [from, to])))
  const rows: Frame['places'][number][][] = lines.rows.map(() => [])
  for (const [at, cell] of block.cells.entries()) {
    const { inAcross, shares = [] } = shared[at] ?? {}
    const inDown = down.find((pattern) => repeats(pattern, cell))
    const { once: _, ...rest } = cell
    const lane = inDown && inDown.lanes > 1 ? laneOf(block, cell) : 0
    const named = printNames(template, cell.lines)
    const places = shares.map(([from, to, copy]) => ({ ...columns.place([from, to]), copy }))
    for (const [row, rowSpan, line] of lines.places(cell, inDown)) {
      for (const { column, columnSpan, copy } of places) {
        const index = inDown ? line + lane * inDown.copies : inAcross ? copy : null
        rows[row]?.push({ cell: { ...rest, row, rowSpan, column, columnSpan, lines: named }, index })
      }
    }
  }
  return {
    columns: columns.widths,
    rows: lines.rows,
    places: rows.flatMap((cells) => cells.sort((a, b) => a.cell.column - b.cell.column)),
  }
}

/** Whether a cell is drawn again for every copy of a pattern. */
function repeats(pattern: Pattern, cell: Cell): boolean {
  if (cell.once) return false
  const { first, end } = extent(cell, pattern.direction)
  if (first < pattern.first || end > pattern.first + pattern.count) return false
  return (
    pattern.direction === 'down' ||
    (cell.row >= pattern.bandFirst && cell.row + cell.rowSpan <= pattern.bandEnd)
  )
}
