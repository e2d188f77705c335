import type { SourceFile, SheetRow } from './cell'
import { readDelimited } from './delimited'

/** Cells that are pasted at once; a longer list is a file. */
export const MOST_PASTED = 200_000

/**
 * Cells as spreadsheets put them on the clipboard: a line each, tabs between them, quoted where they hold such signs
 * themselves. Null where there is nothing, or too much.
 */
export function readPasted(text: string): SourceFile | null {
  const rows: SheetRow[] = []
  let cells = 0
  const { openQuote } = readDelimited(text, '\t', (line, number) => {
    cells += line.length
    rows.push({
      number,
      hidden: false,
      cells: line.map((cell) => (cell === '' ? null : { cell: 'text', text: cell })),
    })
    return cells <= MOST_PASTED
  })
  if (rows.length === 0 || cells > MOST_PASTED) return null
  const sheet = {
    name: '',
    hidden: false,
    rows,
    merges: [],
    hiddenColumns: [],
    from1904: false,
    formulas: 0,
    withoutValue: 0,
  }
  return { sheets: [sheet], notes: openQuote === null ? [] : [{ note: 'openQuote', line: openQuote }] }
}
