import type { Field } from '../field'
import type { Cell, GridBlock, GridRow } from '../template'
import { usualAlign } from './cell'
import { printPieces, printText } from './print-pieces'
import { isRepeated } from './repeats'
import { USUAL_HEIGHT } from './table'

/** A grid drawn as a text table again. */
export function printGrid(block: GridBlock, fields: ReadonlyMap<string, Field>): readonly string[] {
  const squares = block.rows.map(() => block.columns.map(() => ''))
  for (const cell of block.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const line = squares[row]
        if (!line || column >= line.length) continue
        const first = row === cell.row && column === cell.column
        line[column] = first
          ? printCell(cell, isRepeated(cell, block.repeats), fields)
          : column > cell.column
            ? '<'
            : '^'
      }
    }
  }
  return [
    `table ${block.columns.join(' ')}`,
    ...squares.map((line, i) => printRow(line, block.rows[i] ?? { height: USUAL_HEIGHT, head: false })),
  ]
}

function printRow(cells: readonly string[], row: GridRow): string {
  const height = row.height === USUAL_HEIGHT ? '' : ` h ${row.height}`
  return `  |${row.head ? '=' : ''} ${cells.join(' | ')} |${height}`
}

function printCell(cell: Cell, repeated: boolean, fields: ReadonlyMap<string, Field>): string {
  const text = cell.diagonal
    ? cell.diagonal.map((part) => printText(part, true, true)).join(' ╲ ')
    : cell.lines.map(printPieces).join(' // ')
  const usual = usualAlign(cell, fields, repeated)
  const marks = [
    ...(cell.align === usual.align ? [] : [cell.align]),
    ...(cell.vAlign === usual.vAlign ? [] : [cell.vAlign]),
    ...(cell.once ? ['once'] : []),
  ]
  return `${cell.vertical ? '↓' : ''}${text}${marks.map((mark) => ` {${mark}}`).join('')}`
}
