import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import type { ExcelPicture, ExcelPrint, ExcelSheet } from '../../shared/print/excel/sheet'
import { columnLetters } from './column-letters'
import { finishWorkbook } from './finish-workbook'
import { squaresOf } from './sheet-cells'
import { sheetNames } from './sheet-names'
import { FONT } from './styles'

/** Points and pixels of 96 to the inch, in which Excel measures columns and rows. */
const PIXELS = 96 / 72
/**
 * Columns are measured in digits of the workbook's own font. Those of Times New Roman 12 are 8 pixels wide without a rest,
 * at 125 and 150 % scaling, too, and other systems have fonts of the same widths: a column is as wide everywhere.
 */
const OWN_FONT = { name: 'Times New Roman', size: 12 } as const
const DIGIT = 8
const POINTS_IN_INCH = 72

/** The bytes of a workbook; the same for the same sheets and `now` (milliseconds since 1970, kept in its properties). */
export async function writeWorkbook(sheets: readonly ExcelSheet[], now: number): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name))
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet, index) => writable(sheet, names[index] ?? '')),
    defaultFont: OWN_FONT,
    properties: { creator: '知客', created: new Date(now), modified: new Date(now) },
    namedRanges: sheets.flatMap((sheet, index) => printRanges(sheet, names[index] ?? '')),
  })
  return finishWorkbook(bytes)
}

/** What is printed, and what of it on every page. Without a print area LibreOffice also counts text that was set smaller. */
function printRanges({ edges, rows, print }: ExcelSheet, name: string) {
  const on = `'${name.replaceAll("'", "''")}'!`
  const area = `${on}$A$1:$${columnLetters(edges.length - 1)}$${rows.length}`
  const repeated = `${on}$${print.repeat.first + 1}:$${print.repeat.last + 1}`
  return [
    { name: '_xlnm.Print_Area', range: area, scope: name },
    { name: '_xlnm.Print_Titles', range: repeated, scope: name },
  ]
}

function writable(sheet: ExcelSheet, name: string): WriteSheet {
  const { squares, merges } = squaresOf(sheet.cells)
  const heights = steps(
    sheet.rows.reduce<number[]>((ends, { height }) => [...ends, (ends.at(-1) ?? 0) + height], []),
  )
  return {
    name,
    columns: steps(sheet.edges).map((pixels) => ({ width: pixels / DIGIT })),
    rowDefs: new Map(heights.map((pixels, row) => [row, { height: pixels / PIXELS }])),
    cells: squares,
    merges,
    // A break lies above its row; the library counts the row before it.
    rowBreaks: sheet.print.breaks.map((row) => row - 1),
    pageSetup: pageSetup(sheet.print),
    headerFooter: { oddFooter: `&C&"${FONT}"&9第 &P 页　共 &N 页` },
    view: { showGridLines: false },
    ...(sheet.picture && { images: [imageOf(sheet.picture)] }),
  }
}

/** Whole pixels between edges that are given in points: rounded at the edges, so that no error adds up. */
function steps(edges: readonly number[]): readonly number[] {
  let before = 0
  return edges.map((edge) => {
    const at = Math.round(edge * PIXELS)
    const step = Math.max(1, at - before)
    before += step
    return step
  })
}

/** Excel's papers have numbers of their own; it knows neither 16开 nor our B5, whose nearest is the B5 of JIS (182 × 257 mm). */
const PAPERS = { A3: 'a3', A4: 'a4', B5: 'b5', '16K': 'b5' } as const

function pageSetup({ paper, margins, onePage }: ExcelPrint): NonNullable<WriteSheet['pageSetup']> {
  const inches = (points: number): number => Number((points / POINTS_IN_INCH).toFixed(4))
  return {
    paperSize: PAPERS[paper.size],
    orientation: paper.orientation,
    fitToPage: true,
    fitToWidth: 1,
    // 0: as many pages as it takes.
    fitToHeight: onePage ? 1 : 0,
    horizontalCentered: true,
    margins: {
      top: inches(margins.top),
      right: inches(margins.right),
      bottom: inches(margins.bottom),
      left: inches(margins.left),
      header: inches(margins.footer),
      footer: inches(margins.footer),
    },
  }
}

function imageOf({ source, width, height }: ExcelPicture): NonNullable<WriteSheet['images']>[number] {
  const [head = '', data = ''] = source.split(',')
  return {
    data: new Uint8Array(Buffer.from(data, 'base64')),
    type: head.includes('jpeg') ? 'jpeg' : 'png',
    anchor: { from: { row: 0, col: 0 } },
    width: Math.round(width * PIXELS),
    height: Math.round(height * PIXELS),
  }
}
