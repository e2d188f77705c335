import type { Cell, GridRow } from '../template'
import type { Pattern } from './patterns'

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

/** The rows of a grid when its patterns that run down have multiplied. */
export class Lines {
  readonly rows: readonly ExpandedRow[]
  /** Expanded place of each drawn row, and of the end. */
  private readonly starts: readonly number[]

  constructor(drawn: readonly GridRow[], patterns: readonly Pattern[]) {
    const rows: ExpandedRow[] = []
    const starts: number[] = []
    for (let i = 0; i < drawn.length;) {
      const pattern = patterns.find(({ first }) => first === i)
      const own = drawn.slice(i, i + (pattern?.count ?? 1))
      starts.push(...own.map((_, line) => rows.length + line))
      for (let copy = 0; copy < (pattern?.copies ?? 1); copy++) {
        for (const [line, row] of own.entries()) {
          const place = pattern && { field: pattern.field, place: copy + 1, line, lines: own.length }
          rows.push(place ? { ...row, repeat: place } : row)
        }
      }
      i += own.length
    }
    this.rows = rows
    this.starts = [...starts, rows.length]
  }

  /** Start, span and copy (0 …) of each drawing of a cell; without a pattern it is drawn once and may stretch. */
  places(cell: Cell, pattern: Pattern | undefined): readonly (readonly [number, number, number])[] {
    const start = this.starts[cell.row] ?? 0
    if (!pattern) return [[start, (this.starts[cell.row + cell.rowSpan] ?? 0) - start, 0]]
    return Array.from({ length: pattern.copies }, (_, copy) => [
      start + copy * pattern.count,
      cell.rowSpan,
      copy,
    ])
  }
}
