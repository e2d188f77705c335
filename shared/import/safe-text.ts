/**
 * What a spreadsheet would take for a formula at the start of a cell of text (OWASP, CSV injection): also full-width signs,
 * which Chinese programs read alike, and marks in front of them.
 */
const DANGEROUS = /^'*[=+\-@\t\r\n＝＋－＠]/

/** A negative figure is a figure. */
const FIGURE = /^-\d+(?:\.\d+)?$/

const isDangerous = (text: string): boolean => DANGEROUS.test(text) && !FIGURE.test(text)

/** A text of a CSV cell that no program works out; `plainOf` takes it back exactly. */
export const harmless = (text: string): string => (isDangerous(text) ? `'${text}` : text)

/** A text as it was before `harmless`. */
export const plainOf = (text: string): string =>
  text.startsWith("'") && DANGEROUS.test(text) && isDangerous(text.slice(1)) ? text.slice(1) : text

/** One cell of a CSV line. Quoted where another program might split it. */
export function csvCell(text: string): string {
  const safe = harmless(text)
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lines of cells as a CSV file that Excel reads: UTF-8 with its mark, lines ended by CR LF. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
