import type { FormSheet } from '../../shared/ipc/contract'
import { ok } from '../../shared/kernel/result'
import { excelSheet } from '../../shared/print/excel'
import type { ExcelSheet } from '../../shared/print/excel/sheet'
import type { ExcelResult } from './messages'
import { writeWorkbook } from './write-workbook'

/**
 * Forms as one workbook, a sheet each, named after the form. `now`: milliseconds since 1970, for the file's properties.
 * Nothing is written when the text of one cell is longer than Excel's cells are.
 */
export async function formsWorkbook(forms: readonly FormSheet[], now: number): Promise<ExcelResult> {
  const sheets: ExcelSheet[] = []
  for (const form of forms) {
    const sheet = excelSheet(form)
    if (!sheet.ok) return sheet
    sheets.push(sheet.value)
  }
  return ok(await writeWorkbook(sheets, now))
}
