import { listWorkbook } from '../../node/excel'
import { readCustomer } from '../../shared/customers/customer'
import {
  CUSTOMER_INFO,
  exportCsv,
  exportedCustomer,
  exportedRecord,
  exportSheet,
  exportTable,
  RECORD_INFO,
  type Exported,
  type ImportTarget,
} from '../../shared/import'
import { compareText, recordInfo, type EntityState } from '../../shared/store'
import { badInput, CliFailure, type CliContext } from '../context'
import { dayHere } from '../input'
import { writeResult } from '../output'
import { firmView, type FirmView } from '../tables/firm-view'
import { targetNamed, type TargetOptions } from '../tables/target'

export interface ExportOptions extends TargetOptions {
  readonly data: string
  readonly out: string
  readonly all?: true
}

/** `export --data DIR (--customers | --form CODE) --out FILE`: .xlsx, or .csv by the file's name. */
export async function exportCommand(options: ExportOptions, context: CliContext): Promise<void> {
  const isCsv = /\.csv$/i.test(options.out)
  if (!isCsv && !/\.xlsx$/i.test(options.out)) throw badInput('--out 应以 .xlsx 或 .csv 结尾')
  const view = await firmView(options.data)
  const { target } = targetNamed(options, view)
  const exported =
    target.kind === 'customers'
      ? customers(view, options.all === true)
      : records(target, view, options, context)
  const heads = target.kind === 'customers' ? CUSTOMER_INFO : RECORD_INFO
  const table = exportTable(target, exported, heads)
  if (!table.ok) {
    const { line, head, length, most } = table.error
    throw new CliFailure(
      1,
      `第 ${line} 行的“${head}”有 ${length} 个字符，Excel 的一格最多放 ${most} 个；没有写出文件`,
    )
  }
  if (isCsv) writeResult(options.out, new TextEncoder().encode(exportCsv(table.value)))
  else {
    const made = await listWorkbook(exportSheet(table.value), context.now())
    if (!made.ok) throw new CliFailure(1, `没有写出文件：${JSON.stringify(made.error)}`)
    writeResult(options.out, made.value)
  }
  context.write(`《${target.name}》${exported.length} 条 → ${options.out}\n`)
}

function customers(view: FirmView, all: boolean): readonly Exported[] {
  return view.customers
    .filter((state) => all || readCustomer(state).state === 'active')
    .map((state) => exportedCustomer(state))
}

/** What was 登记, by number; with `--all` also drafts and what is void. */
function records(
  target: ImportTarget,
  view: FirmView,
  { all }: ExportOptions,
  context: CliContext,
): readonly Exported[] {
  const { template } = target
  if (!template) return []
  const byNumber = (a: EntityState, b: EntityState) =>
    compareText(recordInfo(a).number ?? '', recordInfo(b).number ?? '')
  return [...view.records(template.code)].sort(byNumber).flatMap((state) => {
    const info = recordInfo(state)
    if (all !== true && (info.state === 'draft' || info.state === 'void')) return []
    return [exportedRecord(state, view.templateOf(state) ?? template, context.now(), dayHere)]
  })
}
