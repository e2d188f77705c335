/** What stands between the cells of a text file. */
export const SEPARATORS = [',', '\t', ';'] as const

export type Separator = (typeof SEPARATORS)[number]

export interface DelimitedEnd {
  /** The line on which a quotation mark was opened and never closed; null when all were. */
  readonly openQuote: number | null
}

/**
 * Reads text line by line (RFC 4180, and as Excel's clipboard writes it): a cell that begins with a quotation mark ends with
 * the next one that is not doubled, and may hold separators and line breaks. `take` gets the cells and the number of the line
 * that they begin on, from 1; it answers false to stop. Empty lines are left out.
 */
export function readDelimited(
  text: string,
  separator: Separator,
  take: (cells: readonly string[], line: number) => boolean,
): DelimitedEnd {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1
  while (at < text.length) {
    const cells: string[] = []
    const began = line
    for (;;) {
      const cell = text[at] === '"' ? quoted(text, at, separator) : plainCell(text, at, separator)
      cells.push(cell.text)
      line += cell.breaks
      at = cell.end
      if (!cell.closed) {
        take(cells, began)
        return { openQuote: began }
      }
      if (text[at] !== separator) break
      at++
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2
    else if (at < text.length) at++
    line++
    if (cells.some((cell) => cell !== '') && !take(cells, began)) break
  }
  return { openQuote: null }
}

interface ReadCell {
  readonly text: string
  readonly end: number
  readonly breaks: number
  readonly closed: boolean
}

function plainCell(text: string, at: number, separator: Separator): ReadCell {
  let end = at
  while (end < text.length) {
    const char = text[end]
    if (char === separator || char === '\n' || char === '\r') break
    end++
  }
  return { text: text.slice(at, end), end, breaks: 0, closed: true }
}

function quoted(text: string, at: number, separator: Separator): ReadCell {
  let value = ''
  let from = at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) {
      value += text.slice(from)
      return { text: value, end: text.length, breaks: breaksIn(value), closed: false }
    }
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') {
      // What stands behind the closing mark belongs to the cell all the same: nothing is lost.
      const rest = plainCell(text, quote + 1, separator)
      return { text: value + rest.text, end: rest.end, breaks: breaksIn(value), closed: true }
    }
    value += '"'
    from = quote + 2
  }
}

const breaksIn = (text: string): number => text.match(/\r\n?|\n/g)?.length ?? 0

/** Lines that the separator is guessed from. */
const GUESSED_FROM = 20

/** The separator by which the first lines have the same number of columns, and the most of them. */
function guessSeparator(text: string): Separator {
  const start = text.slice(0, 65_536)
  let best: { readonly separator: Separator; readonly score: number } = { separator: ',', score: 0 }
  for (const separator of SEPARATORS) {
    const widths: number[] = []
    readDelimited(start, separator, (cells) => widths.push(cells.length) < GUESSED_FROM)
    const widest = Math.max(0, ...widths)
    const alike = widths.filter((width) => width === widths[0]).length / Math.max(1, widths.length)
    const score = widest > 1 ? alike * 100 + Math.min(widest, 50) : 0
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** A first line by which Excel is told the separator: `sep=;`. */
const HINT = /^\uFEFF?sep=([,;\t])\r?\n/i

/** The separator and the text without the line that says it. */
export function separatorOf(text: string): {
  readonly separator: Separator
  readonly text: string
  /** Number of the first line of `text` in the file. */
  readonly firstLine: number
} {
  const hint = HINT.exec(text)
  const said = SEPARATORS.find((separator) => separator === hint?.[1])
  if (hint && said) return { separator: said, text: text.slice(hint[0].length), firstLine: 2 }
  return { separator: guessSeparator(text), text, firstLine: 1 }
}
