import { join } from 'node:path'
import { formsWorkbook } from '../../node/excel'
import { catalogue } from '../../shared/catalogue'
import { emptyValues } from '../../shared/forms/values'
import type { ExcelFailure, FormSheet } from '../../shared/ipc/contract'
import { badInput, CliFailure, type CliContext } from '../context'
import { readSetup, sheetNamed } from '../input'
import { makeFolder, writeResult } from '../output'
import type { SheetOptions } from './pdf'

/** One file with its sheets. */
interface Workbook {
  readonly out: string
  readonly sheets: readonly FormSheet[]
}

/** `excel CODE [--filled | --data FILE] --out FILE`, or `excel --all [--filled]` with `--out-dir DIR` or `--out FILE`. */
export async function excelCommand(
  code: string | undefined,
  options: SheetOptions,
  context: CliContext,
): Promise<void> {
  for (const { out, sheets } of workbooksFor(code, options, context.now())) {
    const written = await formsWorkbook(sheets, context.now())
    if (!written.ok) throw new CliFailure(1, failureLine(written.error))
    writeResult(out, written.value)
  }
}

function failureLine(failure: ExcelFailure): string {
  if (failure.type !== 'CellTooLong') return `导出失败（${JSON.stringify(failure)}）`
  const { form, field, length, most } = failure
  return `《${form}》的“${field}”有 ${length} 个字符，Excel 的一格最多放 ${most} 个；没有写出文件，请写短一些`
}

function workbooksFor(code: string | undefined, options: SheetOptions, now: number): readonly Workbook[] {
  const { all, filled, out, outDir, data, firm = '' } = options
  const setup = options.setup === undefined ? {} : { setup: readSetup(options.setup) }
  const common = { letterhead: { firm }, ...setup }
  if (all === true) {
    if (code !== undefined || data !== undefined) {
      throw badInput('--all 导出全部表单，不能同时给表单代码或 --data')
    }
    const sheets = catalogue.map((entry): FormSheet => {
      const { template } = entry
      if (filled === true) return { ...common, template, values: entry.sample, mode: 'filled' }
      return { ...common, template, values: emptyValues, mode: 'blank' }
    })
    if ((out === undefined) === (outDir === undefined)) {
      throw badInput('--all 需要 --out-dir 指明写到哪个目录，或 --out 指明写进哪一个文件')
    }
    if (out !== undefined) return [{ out, sheets }]
    const folder = outDir ?? ''
    makeFolder(folder)
    return sheets.map((sheet) => ({ out: join(folder, `${sheet.template.code}.xlsx`), sheets: [sheet] }))
  }
  if (code === undefined) throw badInput('请给出表单代码，或用 --all 导出全部')
  if (out === undefined || outDir !== undefined) throw badInput('导出一张表需要 --out 指明写到哪个文件')
  return [{ out, sheets: [{ ...common, ...sheetNamed(code, options, now) }] }]
}
