/** Where a list or calendar opens: pixels of the desk, under the cell that it belongs to. */
export interface Popover {
  readonly x: number
  readonly y: number
  /** Width of the cell. */
  readonly width: number
}
