import type { Cell } from '../template'
import type { Pattern } from './patterns'

/** Edges closer than this share of the width are one: sums of decimal widths are not exact. */
const SAME = 1e-6

/** Left and right edge (shares of the width, from the left) and copy (0 …) of each drawing of a cell. */
export function sharesOf(
  columns: readonly number[],
  cell: Cell,
  pattern: Pattern | undefined,
): readonly (readonly [number, number, number])[] {
  const edge = (column: number): number => columns.slice(0, column).reduce((sum, width) => sum + width, 0)
  const from = edge(cell.column)
  const to = edge(cell.column + cell.columnSpan)
  if (!pattern) return [[from, to, 0]]
  const start = edge(pattern.first)
  const step = (edge(pattern.first + pattern.count) - start) / pattern.copies
  return Array.from({ length: pattern.copies }, (_, copy) => {
    const at = start + copy * step
    return [at + (from - start) / pattern.copies, at + (to - start) / pattern.copies, copy]
  })
}

/** The columns that all edges together make; lines of a table may divide the width differently. */
export class Columns {
  private readonly edges: readonly number[]

  constructor(edges: readonly number[]) {
    const sorted = [...new Set(edges)].sort((a, b) => a - b)
    this.edges = sorted.filter((edge, i) => i === 0 || edge - (sorted[i - 1] ?? 0) > SAME)
  }

  get widths(): readonly number[] {
    return this.edges.slice(1).map((edge, i) => edge - (this.edges[i] ?? 0))
  }

  place([from, to]: readonly [number, number]): Pick<Cell, 'column' | 'columnSpan'> {
    const column = this.indexOf(from)
    return { column, columnSpan: this.indexOf(to) - column }
  }

  private indexOf(edge: number): number {
    return this.edges.findIndex((candidate) => candidate > edge - 2 * SAME)
  }
}
