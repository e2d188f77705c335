import type { Cell, GridBlock, Template } from '../template'
import type { FormValues } from '../values'
import { resolveLines } from './resolve'
import { laneOf, type Pattern, patternsOf } from './patterns'

/** A grid with every repeat multiplied: ready to be laid out. */
export interface ExpandedGrid {
  /** Column widths as shares of the table's width; they sum to 100. */
  readonly columns: readonly number[]
  readonly rows: readonly ExpandedRow[]
  /** In reading order; they tile the grid. Running numbers and labels of preset rows have become text. */
  readonly cells: readonly ExpandedCell[]
}

export interface ExpandedRow {
  /** Least height in millimetres. */
  readonly height: number
  /** Repeated on every further page of the grid. */
  readonly head: boolean
  /** Lines of one pattern (计划/实际) belong together: place counts from 1, line from 0. */
  readonly repeat?: {
    readonly field: string
    readonly place: number
    readonly line: number
    readonly lines: number
  }
}

/** Paths name real rows, `p1` … for preset rows, `+n` for printed rows that do not exist yet (n: place from 1). */
export type ExpandedCell = Omit<Cell, 'once'>

export interface ExpandOptions {
  /** On the screen: one more empty row when every drawn one is used (up to the field's `max`). */
  readonly spareRow?: boolean
}

/**
 * Multiplies what repeats. Cells wholly inside a pattern repeat with every row; a cell that also covers something beside
 * the pattern, or is marked `once`, is drawn one time and stretches over all rows. Across, only the lines between the
 * first and the last cell of that rows field repeat; in the other lines cells stretch. The drawn width of a pattern
 * that runs across is shared out among its rows.
 */
export function expandGrid(
  template: Pick<Template, 'fields'>,
  block: GridBlock,
  values: FormValues,
  options: ExpandOptions = {},
): ExpandedGrid {
  const patterns = patternsOf(template, block, values, options.spareRow === true)
  const down = patterns.filter((pattern) => pattern.direction === 'down')
  const across = patterns.filter((pattern) => pattern.direction === 'across')
  const rowAxis = new Axis(block.rows.length, down)
  const columnAxis = new Axis(block.columns.length, across)
  const cells: ExpandedCell[] = []
  for (const cell of block.cells) {
    const inDown = down.find((pattern) => repeats(pattern, cell))
    const inAcross = across.find((pattern) => repeats(pattern, cell))
    for (const [row, rowSpan, line] of rowAxis.places(cell.row, cell.rowSpan, inDown)) {
      for (const [column, columnSpan, copy] of columnAxis.places(cell.column, cell.columnSpan, inAcross)) {
        const { once: _, ...rest } = cell
        const index = inDown ? line + laneOf(block, cell) * inDown.copies : copy
        const lines = inDown || inAcross ? resolveLines(template, cell.lines, index, values) : cell.lines
        cells.push({ ...rest, row, column, rowSpan, columnSpan, lines })
      }
    }
  }
  return {
    columns: columnAxis.spread(block.columns, (share, copies) => share / copies),
    rows: rowAxis.spread(
      block.rows,
      (row) => row,
      (row, pattern, copy, line) => ({
        ...row,
        repeat: { field: pattern.field, place: copy + 1, line, lines: pattern.count },
      }),
    ),
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
  }
}

/** Whether a cell is drawn again for every copy of a pattern. */
function repeats(pattern: Pattern, cell: Cell): boolean {
  if (cell.once) return false
  const [first, end] =
    pattern.direction === 'down'
      ? [cell.row, cell.row + cell.rowSpan]
      : [cell.column, cell.column + cell.columnSpan]
  if (first < pattern.first || end > pattern.first + pattern.count) return false
  return (
    pattern.direction === 'down' ||
    (cell.row >= pattern.bandFirst && cell.row + cell.rowSpan <= pattern.bandEnd)
  )
}

/** One direction of the grid: where each drawn line goes when patterns multiply. */
class Axis {
  /** Expanded place of each drawn line, and of the end. */
  private readonly starts: number[] = []

  constructor(
    private readonly count: number,
    private readonly patterns: readonly Pattern[],
  ) {
    let at = 0
    for (let i = 0; i <= count; i++) {
      this.starts.push(at)
      const pattern = this.patternAt(i)
      // Inside a pattern the lines of the first copy count on; after its last line the other copies follow.
      at += pattern && i === pattern.first + pattern.count - 1 ? 1 + (pattern.copies - 1) * pattern.count : 1
    }
  }

  /** Expanded start, span and copy (0 …) of each drawing of a cell. */
  *places(
    first: number,
    span: number,
    pattern: Pattern | undefined,
  ): Generator<readonly [number, number, number]> {
    const start = this.start(first)
    if (pattern) {
      for (let copy = 0; copy < pattern.copies; copy++) yield [start + copy * pattern.count, span, copy]
    } else yield [start, this.start(first + span) - start, 0]
  }

  /** Each drawn line as often as it repeats. */
  spread<T, U extends T>(
    lines: readonly T[],
    plain: (line: T, copies: number) => T,
    repeated: (line: T, pattern: Pattern, copy: number, offset: number) => U | T = (line, pattern) =>
      plain(line, pattern.copies),
  ): (T | U)[] {
    const all: (T | U)[] = []
    for (let i = 0; i < this.count; i++) {
      const pattern = this.patternAt(i)
      if (!pattern) {
        all.push(...lines.slice(i, i + 1).map((line) => plain(line, 1)))
        continue
      }
      const own = lines.slice(pattern.first, pattern.first + pattern.count)
      for (let copy = 0; copy < pattern.copies; copy++) {
        all.push(...own.map((line, offset) => repeated(line, pattern, copy, offset)))
      }
      i = pattern.first + pattern.count - 1
    }
    return all
  }

  private start(line: number): number {
    return this.starts[line] ?? 0
  }

  private patternAt(line: number): Pattern | undefined {
    return this.patterns.find(({ first, count }) => line >= first && line < first + count)
  }
}
