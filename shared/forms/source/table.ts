import type { Cell, GridBlock, GridRow } from '../template'
import { type DrawnCell, type Marks, type RawCell, readCell, usualAlign } from './cell'
import { LIMITS } from './limits'
import type { SourceLine } from './lines'
import type { PieceScope } from './pieces'
import { findRepeats, isRepeated } from './repeats'
import { splitUnescaped } from './text'

/** Height of a grid row in millimetres where the source says nothing. */
export const USUAL_HEIGHT = 9

interface RawRow {
  readonly line: SourceLine
  readonly cells: readonly RawCell[]
  readonly row: GridRow
}

/** A table while its lines are read. */
export class TableReader {
  private readonly rows: RawRow[] = []
  private broken = false

  /** `usual` is the least height in mm of rows that do not say their own. */
  constructor(
    readonly head: SourceLine,
    private readonly columns: readonly number[],
    private readonly usual: number,
    private readonly scope: Omit<PieceScope, 'line'>,
  ) {}

  /** Reads one line that begins with a bar: `| cell | cell | h 12`; `|=` makes a head row. */
  add(line: SourceLine): void {
    const scope = { ...this.scope, line: line.number }
    const head = line.text.startsWith('|=')
    const start = head ? 2 : 1
    const parts = splitUnescaped(line.text.slice(start), '|')
    const rawTail = parts.at(-1)?.raw.trim() ?? ''
    const height = this.height(rawTail)
    const drawn = parts.slice(0, -1)
    if (height === null) {
      const at = line.indent + start + (parts.at(-1)?.at ?? 0) + 1
      this.scope.problems.add(
        line.number,
        at,
        `看不懂行末的“${rawTail}”`,
        '行末的 |，后面可写 h 和毫米数，如 | h 22',
      )
      this.broken = true
      return
    }
    if (drawn.length !== this.columns.length) {
      const message = `本行有 ${drawn.length} 格，表有 ${this.columns.length} 列`
      const surplus = drawn[this.columns.length]
      const at = line.indent + (surplus ? start + surplus.at : line.text.length) + 1
      this.scope.problems.add(
        line.number,
        at,
        message,
        `${this.columns.length} 格，以 | 结尾；合并写 < 或 ^，照印的竖线写 \\|`,
      )
      this.broken = true
      return
    }
    if (this.rows.length === LIMITS.tableRows) {
      this.scope.problems.add(line.number, 1, '表格行数过多', `不超过 ${LIMITS.tableRows} 行`)
      this.broken = true
      return
    }
    if (this.rows.length > LIMITS.tableRows) return
    const cells = drawn.map((part) => readCell(part.raw, line.indent + start + part.at + 1, scope))
    this.rows.push({ line, cells, row: { height, head } })
  }

  /** The finished grid, and where each of its cells stands in the source; null after a mistake (reported). */
  finish(): { readonly grid: GridBlock; readonly places: readonly CellPlace[] } | null {
    if (this.rows.length === 0 && !this.broken) {
      this.scope.problems.add(this.head.number, 1, '表格没有行', '下面各行以 | 开头')
    }
    if (this.rows.length === 0 || this.broken) return null
    const merged = this.merge()
    if (!merged) return null
    const repeats = findRepeats(
      merged,
      this.scope.fields,
      (cell) => this.placeOf(cell.row, cell.column),
      this.scope.problems,
    )
    const cells = merged.map((cell): Cell => {
      const { drawn, marks, squares: _, lines: __, ...place } = cell
      const repeated = isRepeated({ ...place, lines: drawn.lines }, repeats)
      return { ...place, ...drawn, ...usualAlign(drawn, this.scope.fields, repeated), ...marks }
    })
    const rows = this.rows.map(({ row }) => row)
    const places = merged.map((cell) => this.placeOf(cell.row, cell.column))
    return { grid: { block: 'grid', columns: this.columns, rows, cells, repeats }, places }
  }

  private placeOf(row: number, column: number): CellPlace {
    const raw = this.rows[row]
    return { line: raw?.line.number ?? this.head.number, column: raw?.cells[column]?.column ?? 1 }
  }

  /** Null for a tail that is no height. */
  private height(tail: string): number | null {
    if (tail === '') return this.usual
    const height = /^h (\d{1,3}(?:\.\d{1,2})?)$/.exec(tail)?.[1]
    return height === undefined ? null : Number(height)
  }

  /** Joins the cells that `<` and `^` continue; each must be a rectangle. */
  private merge(): readonly MergedCell[] | null {
    const owners: (MergedCell | null)[][] = []
    const merged: MergedCell[] = []
    let fine = true
    for (const [row, { cells, line }] of this.rows.entries()) {
      const owned: (MergedCell | null)[] = []
      owners.push(owned)
      for (const [column, { content, column: at }] of cells.entries()) {
        if (content.is === 'own') {
          const cell = {
            row,
            column,
            rowSpan: 1,
            columnSpan: 1,
            drawn: content.cell,
            marks: content.align,
            squares: 1,
            lines: content.cell.lines,
          }
          merged.push(cell)
          owned.push(cell)
          continue
        }
        const left = content.is === 'left'
        const owner = left ? owned[column - 1] : owners[row - 1]?.[column]
        if (!owner) {
          this.scope.problems.add(
            line.number,
            at,
            left ? '左边没有格可以延续' : '上面没有格可以延续',
            '文字、[字段] 或空格',
          )
          fine = false
        } else {
          owner.rowSpan = row - owner.row + 1
          owner.columnSpan = Math.max(owner.columnSpan, column - owner.column + 1)
          owner.squares++
        }
        owned.push(owner ?? null)
      }
    }
    for (const cell of merged) {
      if (cell.squares === cell.rowSpan * cell.columnSpan) continue
      const { line, column } = this.placeOf(cell.row, cell.column)
      this.scope.problems.add(line, column, '合并格不是矩形', '< 和 ^ 围成矩形的一格')
      fine = false
    }
    return fine ? merged : null
  }
}

/** 1-based place of a cell's text in the source. */
export interface CellPlace {
  readonly line: number
  readonly column: number
}

interface MergedCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  squares: number
  lines: Cell['lines']
  drawn: DrawnCell
  marks: Marks
}
