/** Two edges nearer than this are drawn as one: no eye tells them apart, and columns of a hair's width help nobody. */
const SAME = 1.7
/** What stands outside the tables takes an edge of a table that is as near as this. */
const NEAR = 8.5

/** The columns that the edges of all tables of a sheet make together. Points from the left edge of the tables. */
export class Raster {
  private readonly starts: number[] = []

  /** Edges of tables: all of them are kept. */
  constructor(edges: readonly number[]) {
    for (const edge of [...edges].sort((a, b) => a - b)) {
      const last = this.starts.at(-1)
      if (last === undefined || edge - last > SAME) this.starts.push(edge)
    }
  }

  /** Right edge of every column. */
  get edges(): readonly number[] {
    return this.starts.slice(1)
  }

  get columns(): number {
    return this.starts.length - 1
  }

  /** The column that begins at an edge; of the last edge the number of columns. */
  at(edge: number): number {
    let best = 0
    this.starts.forEach((start, index) => {
      if (Math.abs(start - edge) < Math.abs((this.starts[best] ?? 0) - edge)) best = index
    })
    return best
  }

  /** The nearest edge of a table, or a new one where none is near. */
  near(edge: number): number {
    const found = this.starts[this.at(edge)]
    if (found !== undefined && Math.abs(found - edge) <= NEAR) return found
    this.starts.push(edge)
    this.starts.sort((a, b) => a - b)
    return edge
  }
}
