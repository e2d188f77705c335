import type { SourceFile, SheetRow } from './cell'
import { readDelimited } from './delimited'
import { MOST_CELLS, MOST_COLUMNS } from './limits'

/**
 * Cells as spreadsheets put them on the clipboard: a line each, tabs between them, quoted where they hold such signs
 * themselves. Null where there is nothing, or too much.
 */
export function readPasted(text: string): SourceFile | null {
  const rows: SheetRow[] = []
  let cells = 0
  let width = 0
  const { openQuote } = readDelimited(text, '\t', (line, number) => {
    cells += line.filter((cell) => cell !== '').length
    width = Math.max(width, line.length)
    rows.push({
      number,
      hidden: false,
      cells: line.map((cell) => (cell === '' ? null : { cell: 'text', text: cell })),
    })
    return cells <= MOST_CELLS && width <= MOST_COLUMNS
  })
  if (rows.length === 0 || cells > MOST_CELLS || width > MOST_COLUMNS) return null
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
