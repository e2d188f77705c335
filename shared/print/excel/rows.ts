import type { ExcelRow } from './sheet'

/** Excel's rows are at most 409.5 pt high, a larger text included; a higher one is made of several whose cells are merged. */
const MOST_HIGH = 330

/** The rows of the sheet, from top to bottom. */
export class SheetRows {
  readonly rows: ExcelRow[] = []

  get length(): number {
    return this.rows.length
  }

  /** Adds room of a height, where there is any. Answers its first row. */
  add(height: number): number {
    const first = this.rows.length
    const parts = height > 0 ? Math.ceil(height / MOST_HIGH) : 0
    for (let part = 0; part < parts; part++) this.rows.push({ height: height / parts })
    return first
  }
}
