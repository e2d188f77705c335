import type { ListSheet, ListSheetCell } from '../../shared/print/excel/list-sheet'
import { columnLetters } from './column-letters'
import { escaped } from './sheet-cells'
import type { WorkbookFiles } from './finish-workbook'

const SHEET = 'xl/worksheets/sheet1.xml'
const TEXTS = 'xl/sharedStrings.xml'
/** Rows that are put into bytes at once: a sheet of Excel's full height is longer than a text can be. */
const ROWS_AT_ONCE = 1000

/**
 * The lines of a list put into a workbook that the library wrote with its heads and one empty line: for each cell the library looks
 * its style up again, which takes most of its time. Empty squares take the format of their column, and so does what is typed below.
 */
export function withRows(files: WorkbookFiles, { columns, rows }: ListSheet): WorkbookFiles {
  const drawn = textOf(files[SHEET])
  const shared = new SharedTexts(textOf(files[TEXTS]))
  const columnsDrawn = columns.map((_, at): Column => {
    const letters = columnLetters(at)
    return { letters, style: styleOf(drawn, letters) }
  })
  const last = columnLetters(columns.length - 1)
  const [before, lines, after] = parted(drawn, '<sheetData>', '</sheetData>')
  const head = lines.slice(0, lines.indexOf('</row>') + '</row>'.length)
  // The dimension, and where numbers may be texts.
  const reaching = (xml: string): string => xml.replaceAll(`"A1:${last}2"`, `"A1:${last}${rows.length + 1}"`)
  const chunks = [Buffer.from(columnStyles(reaching(before), columnsDrawn) + head)]
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    chunks.push(Buffer.from(some.map((row, at) => rowXml(row, from + at + 2, columnsDrawn, shared)).join('')))
  }
  chunks.push(Buffer.from(reaching(after)))
  return {
    ...files,
    [SHEET]: Buffer.concat(chunks),
    [TEXTS]: Buffer.from(shared.written(columns.length)),
  }
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

/** What stands before, between (the marks left out) and behind; the marks stay outside. */
function parted(xml: string, open: string, close: string): readonly [string, string, string] {
  const from = xml.indexOf(open) + open.length
  const to = xml.indexOf(close, from)
  return [xml.slice(0, from), xml.slice(from, to), xml.slice(to)]
}

/** The style of the empty line's square in a column. */
const styleOf = (drawn: string, letters: string): string =>
  new RegExp(`<c r="${letters}2" s="(\\d+)"`).exec(drawn)?.[1] ?? '0'

interface Column {
  readonly letters: string
  /** Place of its style in the workbook. */
  readonly style: string
}

function columnStyles(sheet: string, columns: readonly Column[]): string {
  return sheet.replace(/<col min="(\d+)" max="\d+"/g, (column, first: string) => {
    const style = columns[Number(first) - 1]?.style
    return style === undefined ? column : `${column} style="${style}"`
  })
}

function rowXml(
  row: readonly ListSheetCell[],
  line: number,
  columns: readonly Column[],
  shared: SharedTexts,
): string {
  let cells = ''
  columns.forEach(({ letters, style }, at) => {
    const cell = row[at] ?? null
    if (cell === null || cell === '') return
    const square = `<c r="${letters}${line}" s="${style}"`
    cells +=
      typeof cell === 'string'
        ? `${square} t="s"><v>${shared.place(cell)}</v></c>`
        : Number.isFinite(cell)
          ? `${square}><v>${cell}</v></c>`
          : ''
  })
  return `<row r="${line}">${cells}</row>`
}

/** The texts of a workbook behind those of its heads: each once, cells name their places (ECMA-376, sharedStrings). */
class SharedTexts {
  private readonly places = new Map<string, number>()
  private readonly added: string[] = []
  private readonly heads: number
  private uses = 0

  /** `xml`: the heads' texts, as the library wrote them. */
  constructor(private readonly xml: string) {
    this.heads = Number(/uniqueCount="(\d+)"/.exec(xml)?.[1] ?? 0)
  }

  place(text: string): number {
    this.uses++
    const known = this.places.get(text)
    if (known !== undefined) return known
    const place = this.heads + this.places.size
    this.places.set(text, place)
    const keep = /^\s|\s$|[\n\t]/.test(text) ? ' xml:space="preserve"' : ''
    this.added.push(`<si><t${keep}>${xmlText(text)}</t></si>`)
    return place
  }

  /** With the heads' texts before them; `heads`: cells that name those. */
  written(heads: number): string {
    const counts = `count="${heads + this.uses}" uniqueCount="${this.heads + this.places.size}"`
    const counted = this.xml.replace(/count="\d+" uniqueCount="\d+"/, counts)
    const end = counted.lastIndexOf('</sst>')
    return counted.slice(0, end) + this.added.join('') + counted.slice(end)
  }
}

/** An XML reader takes a carriage return for the end of a line. */
const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '_x000D_' }

const xmlText = (text: string): string => escaped(text).replace(/[&<>\r]/g, (mark) => XML[mark] ?? mark)
