import { MOST_CELLS, MOST_COLUMNS } from '../../shared/import/limits'

/** What one file may take. A file that needs more is refused with a sentence that says which. */
export interface ReadLimits {
  /** Bytes of the file. */
  readonly fileBytes: number
  /** Bytes that come out of the archive, counted as they come. */
  readonly inflatedBytes: number
  /** Filled cells of all sheets together. */
  readonly cells: number
  /** Columns of a sheet. */
  readonly columns: number
  readonly sheets: number
  /** UTF-16 units of all texts together. */
  readonly text: number
  /**
   * UTF-16 units of the shared texts as often as cells name them: the file has each once, but every cell is handed over with
   * its own.
   */
  readonly sharedText: number
  /** UTF-16 units of one cell. */
  readonly cellText: number
  /** Milliseconds without any progress after which reading is stopped. */
  readonly stageMs: number
  /** Megabytes for the reading program's own objects; with everything around them it stays under 256. */
  readonly heapMb: number
}

/** Fifty thousand customers of twenty columns; a workbook of 50 MB is larger than that only when it is padded. */
export const READ_LIMITS: ReadLimits = {
  fileBytes: 64_000_000,
  inflatedBytes: 600_000_000,
  cells: MOST_CELLS,
  columns: MOST_COLUMNS,
  sheets: 200,
  text: 30_000_000,
  sharedText: 30_000_000,
  // Excel's own: "Total number of characters that a cell can contain".
  cellText: 32_767,
  stageMs: 10_000,
  heapMb: 160,
}
