import type { FormSheet } from '../../shared/ipc/contract'
import { err } from '../../shared/kernel/result'
import type { ExcelResult } from './messages'

/** Forms as one workbook, a sheet each. */
export function formsWorkbook(sheets: readonly FormSheet[], _now: number): Promise<ExcelResult> {
  const reason = `${sheets[0]?.template.name ?? ''}：导出 Excel 还没有做完`
  return Promise.resolve(err({ type: 'ExcelFailed', reason }))
}
