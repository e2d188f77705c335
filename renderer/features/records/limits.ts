/** Sheets of one print job: some ten seconds of work. */
export const MOST_SHEETS = 500
/** Records that are voided at once. */
export const MOST_VOIDED = 2000
/** Lines of one printed list, some 150 pages; longer ones are printed in parts. */
export const PRINT_PART = 5000
/** Records that are read at a time for printing and exporting. */
export const READ_STEP = 1000
