/** Columns of a table, and its filled cells, whether it comes as a file or is pasted. */
export const MOST_COLUMNS = 1_000
export const MOST_CELLS = 1_000_000
