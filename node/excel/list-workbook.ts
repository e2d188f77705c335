import { writeXlsx, type Cell, type CellStyle } from 'hucre/xlsx'
import { err, ok } from '../../shared/kernel/result'
import { MOST_IN_CELL, type ListSheet, type ListSheetColumn } from '../../shared/print/excel/list-sheet'
import type { ExcelFailure } from '../../shared/ipc/contract'
import { columnLetters } from './column-letters'
import { finishWorkbook } from './finish-workbook'
import { withRows } from './list-rows'
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
  const long = tooLong(list)
  if (long) return err(long)
  const [name = ''] = sheetNames([list.name])
  const last = Math.max(1, list.rows.length + 1)
  const width = list.columns.length
  const bytes = await writeXlsx({
    sheets: [
      {
        name,
        columns: list.columns.map(({ width: digits, format }) => ({
          width: digits,
          style: bodyStyle(format),
        })),
        // The empty line stands for all others: see `withRows`.
        rows: [list.columns.map(({ label }) => label), list.columns.map(() => null)],
        cells: new Map(
          list.columns.map(({ label }, at): [string, Partial<Cell>] => [
            `0,${at}`,
            { value: label, type: 'string', style: head },
          ]),
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
  return ok(await finishWorkbook(bytes, (files) => withRows(files, list)))
}

const bodyStyle = (format: ListSheetColumn['format']): CellStyle => ({
  font,
  alignment: { vertical: 'center' },
  ...(format === 'General' ? {} : { numFmt: format }),
})

/** A text that no cell takes: nothing is written, rather than cut. */
function tooLong({ name, columns, rows }: ListSheet): ExcelFailure | null {
  for (const row of rows)
    for (const [at, cell] of row.entries())
      if (typeof cell === 'string' && cell.length > MOST_IN_CELL)
        return {
          type: 'CellTooLong',
          form: name,
          field: columns[at]?.label ?? '',
          length: cell.length,
          most: MOST_IN_CELL,
        }
  return null
}
