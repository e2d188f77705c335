import { rowsField } from '../field-types'
import { rowsOf } from '../source/repeats'
import type { Cell, GridBlock, Repeat, Template } from '../template'
import type { Report } from './problem'

/** Least height in mm of a place to write in: a line of 10.5 pt with room above and below. */
const LEAST_HEIGHT = 7

export function checkGrid(template: Template, grid: GridBlock, block: number, report: Report): void {
  const sum = grid.columns.reduce((total, width) => total + width, 0)
  if (Math.abs(sum - 100) > 0.05) {
    report('badWidths', { in: 'body', block }, `列宽合计 ${Number(sum.toFixed(3))}，应为 100`)
  }
  checkTiling(grid, block, report)
  checkHeads(grid, block, report)
  checkHeights(grid, block, report)
  for (const repeat of grid.repeats) checkRepeat(template, grid, repeat, block, report)
  for (const key of new Set(grid.cells.flatMap(rowsOf))) {
    if (!grid.repeats.some((repeat) => repeat.field === key)) {
      report('badRepeat', { in: 'body', block }, `明细“${key}”画在表里，却没有重复的行`)
    }
  }
}

function checkTiling(grid: GridBlock, block: number, report: Report): void {
  const owners = new Set<string>()
  for (const cell of grid.cells) {
    const at = { in: 'body', block, row: cell.row, column: cell.column } as const
    const inside =
      cell.row >= 0 &&
      cell.column >= 0 &&
      cell.rowSpan >= 1 &&
      cell.columnSpan >= 1 &&
      cell.row + cell.rowSpan <= grid.rows.length &&
      cell.column + cell.columnSpan <= grid.columns.length
    if (!inside) {
      report('badTiling', at, `第 ${cell.row + 1} 行第 ${cell.column + 1} 列的格超出表格`)
      continue
    }
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        if (owners.has(`${row} ${column}`))
          report('badTiling', at, `第 ${row + 1} 行第 ${column + 1} 列有两格重叠`)
        owners.add(`${row} ${column}`)
      }
    }
  }
  const squares = grid.rows.length * grid.columns.length
  if (owners.size < squares)
    report('badTiling', { in: 'body', block }, `表格有 ${squares - owners.size} 处没有格`)
}

/** Heads stand at the top of their table, or right above rows that repeat: they are printed again where those go on. */
function checkHeads(grid: GridBlock, block: number, report: Report): void {
  const isHead = (row: number): boolean => grid.rows[row]?.head === true
  if (grid.rows.every(({ head }) => head))
    report('badHead', { in: 'body', block, row: 0, column: 0 }, '全是表头行，没有内容行')
  grid.rows.forEach((_, from) => {
    if (!isHead(from) || isHead(from - 1)) return
    const next = grid.rows.findIndex(({ head }, row) => row > from && !head)
    const to = next === -1 ? grid.rows.length : next
    const below = grid.repeats.find(({ direction, first }) => direction === 'down' && first === to)
    if (from > 0 && !below) {
      const message = '表头行（|=）要在表格最上面，或紧接在明细的行上面'
      report('badHead', { in: 'body', block, row: from, column: 0 }, message)
    }
    checkHeadCells(grid, { from, to, until: below ? below.first + below.count : to }, block, report)
  })
}

/** Cells of head rows stay within them; above repeating rows a group label may also stand beside both, over all of them. */
function checkHeadCells(
  grid: GridBlock,
  head: { readonly from: number; readonly to: number; readonly until: number },
  block: number,
  report: Report,
): void {
  for (const cell of grid.cells) {
    const end = cell.row + cell.rowSpan
    if (end <= head.from || cell.row >= head.to) continue
    const at = { in: 'body', block, row: cell.row, column: cell.column } as const
    if (cell.kind === 'field' && cell.row >= head.from)
      report('badHead', at, '表头行会在每页重印，不能有要填的格')
    const within = cell.row >= head.from && end <= head.to
    const beside = head.from > 0 && cell.row <= head.from && end >= head.until
    if (!within && !beside) report('badHead', at, '表头行的格不能伸到内容行')
  }
}

function checkHeights(grid: GridBlock, block: number, report: Report): void {
  for (const cell of grid.cells) {
    if (cell.kind !== 'field') continue
    const rows = grid.rows.slice(cell.row, cell.row + cell.rowSpan)
    const height = rows.reduce((total, row) => total + row.height, 0)
    if (height < LEAST_HEIGHT) {
      const at = { in: 'body', block, row: cell.row, column: cell.column } as const
      report('tooLow', at, `要填的格只有 ${height} 毫米高，至少 ${LEAST_HEIGHT} 毫米`)
    }
  }
}

function checkRepeat(
  template: Template,
  grid: GridBlock,
  repeat: Repeat,
  block: number,
  report: Report,
): void {
  const { field: key, direction, first, count } = repeat
  const field = rowsField(template, key)
  const at = { in: 'body', block } as const
  const most = direction === 'down' ? grid.rows.length : grid.columns.length
  if (field?.type.direction !== direction || count < 1 || first < 0 || first + count > most) {
    report('badRepeat', at, `重复的行（列）与明细“${key}”不符`)
    return
  }
  const band = grid.cells.filter((cell) => rowsOf(cell).includes(key))
  const bandFirst = Math.min(...band.map((cell) => cell.row))
  const bandEnd = Math.max(...band.map((cell) => cell.row + cell.rowSpan))
  for (const cell of grid.cells) {
    const place = { ...at, row: cell.row, column: cell.column }
    if (direction === 'across' && (cell.row + cell.rowSpan <= bandFirst || cell.row >= bandEnd)) continue
    if (!reachesIn(cell, repeat)) continue
    report('badRepeat', place, '这一格只占重复部分的一段；应整个在内、整个在外，或盖住全部')
  }
}

/** Whether a cell covers some of a pattern's lines and something beside it, but not all of its lines. */
function reachesIn(cell: Cell, { direction, first, count }: Repeat): boolean {
  const from = direction === 'down' ? cell.row : cell.column
  const to = from + (direction === 'down' ? cell.rowSpan : cell.columnSpan)
  const end = first + count
  const touches = from < end && to > first
  const inside = from >= first && to <= end
  const covers = from <= first && to >= end
  return touches && !inside && !covers
}
