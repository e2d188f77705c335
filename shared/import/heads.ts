import { isBlank, type MergedArea, type SheetRow, type SourceSheet } from './cell'
import { cellText } from './cell-text'

/** Lines in which the heads are looked for. */
const LOOKED_AT = 20
/** Lines of one head: 收货人 over 姓名 and 电话. */
const MOST_LINES = 3

/** The heads of a table. */
export interface Heads {
  /** Number of the last line of heads in the file. */
  readonly row: number
  /** By column; of heads of several lines all texts from top to bottom, joined by ` · `. Empty: none. */
  readonly heads: readonly string[]
}

export const JOINED = ' · '

/**
 * Finds the heads: the line among the first that has the most texts which `knows` (the target knows such a head), then the
 * most different short texts. Lines above it belong to it where its heads lie under merged ones.
 */
export function findHeads(sheet: SourceSheet, knows: (head: string) => boolean): Heads | null {
  let best: { readonly heads: Heads; readonly score: number } | null = null
  for (const [at, row] of sheet.rows.slice(0, LOOKED_AT).entries()) {
    if (row.hidden) continue
    const heads = headsAt(sheet, row)
    const score = scoreOf(heads, row, knows) - at * 0.1
    if (best === null || score > best.score) best = { heads, score }
  }
  return best && best.score > 0 ? best.heads : null
}

/** The heads when a person says which line they stand in. */
export function headsIn(sheet: SourceSheet, number: number): Heads | null {
  const row = sheet.rows.find((candidate) => candidate.number === number)
  return row ? headsAt(sheet, row) : null
}

function scoreOf({ heads }: Heads, row: SheetRow, knows: (head: string) => boolean): number {
  const filled = row.cells.filter((cell) => !isBlank(cell))
  const texts = filled.filter((cell) => cell?.cell === 'text' && cell.text.trim().length <= 30)
  // A line with figures and days is a line of the table.
  if (filled.length === 0 || texts.length < filled.length * 0.7) return 0
  const named = heads.filter((head) => head !== '')
  const known = named.filter(knows).length
  const different = new Set(named).size
  return known * 3 + (different > 1 ? different : 0.5)
}

/** The heads of a line with those above that span several of its columns, or reach down to it. */
function headsAt(sheet: SourceSheet, row: SheetRow): Heads {
  const last = lastLineOf(sheet, row)
  const first = firstLineOf(sheet, row)
  const lines = sheet.rows.filter(({ number }) => number >= first && number <= last)
  const width = Math.max(...lines.map(({ cells }) => cells.length))
  const heads = Array.from({ length: width }, (_, column) => {
    const texts: string[] = []
    for (let number = first; number <= last; number++) {
      const text = textAt(sheet, lines, number, column)
      if (text !== '' && texts.at(-1) !== text) texts.push(text)
    }
    return texts.join(JOINED)
  })
  return { row: last, heads }
}

/** Heads that reach down over further lines end where they end: 客户 over two lines beside 联系 over 人 and 电话. */
function lastLineOf({ merges }: SourceSheet, { number }: SheetRow): number {
  const reach = merges
    .filter((area) => area.top <= number && area.bottom > number && area.bottom - area.top < MOST_LINES)
    .map(({ bottom }) => bottom)
  return Math.max(number, ...reach)
}

function firstLineOf({ merges, rows }: SourceSheet, { number, cells }: SheetRow): number {
  const over = merges.filter(
    ({ top, bottom }) => top < number && bottom >= number - 1 && number - top < MOST_LINES,
  )
  const width = cells.length
  // A merged area over the whole table is its title.
  const parts = over.filter(({ left, right, bottom }) => right - left + 1 < width * 0.7 || bottom >= number)
  const top = Math.min(number, ...parts.map((area) => area.top))
  return rows.some((row) => row.number === top) ? top : number
}

function textAt(
  { merges, from1904 }: SourceSheet,
  lines: readonly SheetRow[],
  number: number,
  column: number,
) {
  const area = merges.find((candidate) => covers(candidate, number, column))
  const row = lines.find((line) => line.number === (area?.top ?? number))
  return headText(cellText(row?.cells[area?.left ?? column], from1904))
}

const covers = ({ top, bottom, left, right }: MergedArea, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

/** A head without line breaks and the spaces that spread it (姓　名). */
export const headText = (text: string): string =>
  text
    .replace(/[\r\n\t]+/g, '')
    .replace(/(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu, '')
    .trim()
