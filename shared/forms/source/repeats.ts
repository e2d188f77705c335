import type { Field } from '../field'
import { isRows } from '../field-types'
import type { Cell, Repeat } from '../template'
import type { Problems } from './problem'

type Placed = Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan' | 'lines'>

/** A stretch of grid rows or columns: first, and the one after the last. */
interface Stretch {
  first: number
  end: number
}

/** The rows fields that a cell draws something of. */
export function rowsOf(cell: Pick<Cell, 'lines'>): readonly string[] {
  const keys = cell.lines
    .flat()
    .flatMap((piece) => (piece.piece !== 'text' && piece.path[1] === '*' ? [piece.path[0] ?? ''] : []))
  return [...new Set(keys)]
}

/**
 * Finds what is drawn once for every row: neighbouring lines (or, across, columns) with cells of one rows field make
 * one pattern. Reported are patterns in two places, patterns that overlap in part, and cells of two rows fields.
 */
export function findRepeats(
  cells: readonly Placed[],
  fields: ReadonlyMap<string, Field>,
  placeOf: (cell: Placed) => { readonly line: number; readonly column: number },
  problems: Problems,
): readonly Repeat[] {
  const taken = new Map<string, Set<number>>()
  for (const cell of cells) {
    const keys = rowsOf(cell)
    if (keys.length > 1) {
      const { line, column } = placeOf(cell)
      problems.add(line, column, `一格里有两种明细：${keys.join('、')}`, '每格只写一种明细的列')
    }
    for (const key of keys) {
      const field = fields.get(key)
      if (!field || !isRows(field)) continue
      const places = taken.get(key) ?? new Set<number>()
      const { first, end } = extent(cell, field.type.direction)
      for (let i = first; i < end; i++) places.add(i)
      taken.set(key, places)
    }
  }
  const repeats = [...taken].map(([key, places]): Repeat & Stretch => {
    const field = fields.get(key)
    const first = Math.min(...places)
    const end = Math.max(...places) + 1
    if (places.size !== end - first) report(key, '明细画在两处', '同一明细的行（或列）要相邻')
    return {
      field: key,
      direction: field && isRows(field) ? field.type.direction : 'down',
      first,
      end,
      count: end - first,
    }
  })
  for (const [i, one] of repeats.entries()) {
    for (const other of repeats.slice(0, i)) {
      const apart = one.direction !== other.direction || one.end <= other.first || other.end <= one.first
      const same = one.first === other.first && one.end === other.end
      if (!apart && !same)
        report(one.field, `明细“${one.field}”与“${other.field}”交错`, '占相同的行（列），或完全分开')
    }
  }
  return repeats.map(({ field, direction, first, count }) => ({ field, direction, first, count }))

  function report(key: string, message: string, expected: string): void {
    const cell = cells.find((candidate) => rowsOf(candidate).includes(key))
    if (!cell) return
    const { line, column } = placeOf(cell)
    problems.add(line, column, message, expected)
  }
}

/** The grid rows or columns that a cell covers. */
export function extent(
  cell: Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan'>,
  direction: Repeat['direction'],
): Stretch {
  return direction === 'down'
    ? { first: cell.row, end: cell.row + cell.rowSpan }
    : { first: cell.column, end: cell.column + cell.columnSpan }
}

/** Whether a cell is drawn in a repeated pattern, which changes its usual alignment. */
export function isRepeated(cell: Placed, repeats: readonly Repeat[]): boolean {
  return repeats.some((repeat) => {
    const { first, end } = extent(cell, repeat.direction)
    const inside = repeat.direction === 'down' && first >= repeat.first && end <= repeat.first + repeat.count
    return inside || rowsOf(cell).includes(repeat.field)
  })
}
