import type { ReadLimits } from './limits'
import { Stop } from './stop'

/** A table is not thinner than this: filled and empty squares for each filled one that is allowed. */
const SQUARES_A_CELL = 8

/** What has been used of a file's limits so far; each method ends the reading when there is no more. */
export class Budget {
  #inflated = 0
  #cells = 0
  #text = 0
  #sharedText = 0
  #squares = 0

  constructor(
    readonly limits: ReadLimits,
    /** Waits until what was read has been taken over, and says that something is going on. */
    readonly breathe: () => Promise<void>,
  ) {}

  inflate(bytes: number): void {
    this.#inflated += bytes
    if (this.#inflated > this.limits.inflatedBytes)
      throw new Stop({ type: 'Inflates', most: this.limits.inflatedBytes })
  }

  cell(column: number): void {
    const { cells, columns } = this.limits
    if (column >= columns) throw new Stop({ type: 'TooManyColumns', most: columns })
    if (++this.#cells > cells) throw new Stop({ type: 'TooManyCells', most: cells })
  }

  /** Empty squares in front of a cell take room, too. */
  row(width: number): void {
    this.#squares += width
    const { cells } = this.limits
    if (this.#squares > cells * SQUARES_A_CELL) throw new Stop({ type: 'TooManyCells', most: cells })
  }

  text(units: number): void {
    this.#text += units
    if (this.#text > this.limits.text) throw new Stop({ type: 'TooMuchText', most: this.limits.text })
  }

  /** A shared text, each time that a cell names it. */
  sharedText(units: number): void {
    this.#sharedText += units
    const { sharedText } = this.limits
    if (this.#sharedText > sharedText) throw new Stop({ type: 'TooMuchText', most: sharedText })
  }

  /** One text by itself, wherever the file keeps it. `row`: as a person counts it. */
  textOfCell(units: number, sheet: string, row: number): void {
    const { cellText } = this.limits
    if (units > cellText) throw new Stop({ type: 'LongText', sheet, row, most: cellText })
  }

  sheets(count: number): void {
    if (count > this.limits.sheets) throw new Stop({ type: 'TooManySheets', most: this.limits.sheets })
  }
}
