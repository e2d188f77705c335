import { writeXlsx, type CellStyle } from 'hucre/xlsx'
import { ok } from '../../shared/kernel/result'
import { MOST_IN_CELL, type ListSheet } from '../../shared/print/excel/list-sheet'
import { finishWorkbook } from './finish-workbook'
import type { ExcelResult } from './messages'
import { sheetNames } from './sheet-names'
import { FONT } from './styles'

const SIZE = 10
const font = { name: FONT, charset: 134, size: SIZE } as const

const head: CellStyle = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EFEDE8' } },
  border: { bottom: { style: 'thin', color: { rgb: '000000' } } },
  alignment: { vertical: 'center', wrapText: true },
}

/**
 * A list as a workbook of one sheet: heads that stay in sight and can filter, printed landscape with its heads on every
 * page. `now`: milliseconds since 1970, for the file's properties.
 */
export async function listWorkbook(list: ListSheet, now: number): Promise<ExcelResult> {
  const [name = ''] = sheetNames([list.name])
  const last = Math.max(1, list.rows.length + 1)
  const width = list.columns.length
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        columns: list.columns.map(({ width: digits, format }) => ({
          width: digits,
          style: {
            font,
            alignment: { vertical: 'center' },
            ...(format === 'General' ? {} : { numFmt: format }),
          },
        })),
        rows: [
          list.columns.map(({ label }) => label),
          ...list.rows.map((row) =>
            Array.from({ length: width }, (_, at) => {
              const cell = row[at] ?? null
              return typeof cell === 'string' ? cell.slice(0, MOST_IN_CELL) : cell
            }),
          ),
        ],
        cells: new Map(
          list.columns.map(({ label }, at) => [`0,${at}`, { value: label, type: 'string', style: head }]),
        ),
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${columnLetters(width - 1)}${last}` },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
        },
        headerFooter: { oddFooter: `&C&"${FONT}"&9第 &P 页　共 &N 页` },
      },
    ],
    properties: { creator: '知客', created: new Date(now), modified: new Date(now) },
    namedRanges: [
      { name: '_xlnm.Print_Titles', range: `'${name.replaceAll("'", "''")}'!$1:$1`, scope: name },
    ],
  })
  return ok(finishWorkbook(bytes))
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}
