import { join } from 'node:path'
import { createPdfPool, type PdfPool } from '../../node/pdf'
import { catalogue } from '../../shared/catalogue'
import { emptyValues, type FormValues } from '../../shared/forms/values'
import type { Template } from '../../shared/forms/template'
import { badInput, CliFailure, type CliContext } from '../context'
import type { PrintSetup } from '../../shared/print/setup'
import { readSetup, sheetNamed, type Filling } from '../input'
import { makeFolder, writeResult } from '../output'

/** Of `pdf` and `excel`. */
export interface SheetOptions extends Filling {
  readonly out?: string
  readonly all?: true
  readonly outDir?: string
  readonly firm?: string
  readonly setup?: string
}

interface Sheet {
  readonly template: Template
  readonly values: FormValues
  readonly mode: 'blank' | 'filled'
  readonly out: string
}

/** `pdf CODE [--data FILE] --out FILE` or `pdf --all [--filled] --out-dir DIR`. */
export async function pdfCommand(
  code: string | undefined,
  options: SheetOptions,
  context: CliContext,
): Promise<void> {
  const setup = options.setup === undefined ? undefined : readSetup(options.setup)
  await printSheets(sheetsFor(code, options, context.now()), options.firm ?? '', context, setup)
}

/** Renders every sheet into its own file, side by side in the worker pool, and names characters no font has. */
export async function printSheets(
  sheets: readonly Sheet[],
  firm: string,
  context: CliContext,
  setup?: PrintSetup,
): Promise<void> {
  const pool = createPdfPool({ workerFile: context.workerFile, fontsDir: context.fontsDir })
  try {
    for (const missing of await Promise.all(
      sheets.map((sheet) => printSheet(sheet, { firm, ...(setup && { setup }) }, pool, context)),
    )) {
      if (missing !== null) context.complain(missing)
    }
  } finally {
    await pool.close()
  }
}

/** Returns a warning, or null. */
async function printSheet(
  { template, values, mode, out }: Sheet,
  { firm, setup }: { readonly firm: string; readonly setup?: PrintSetup },
  pool: PdfPool,
  context: CliContext,
): Promise<string | null> {
  const sheet = { template, values, mode, letterhead: { firm }, ...(setup && { setup }) }
  const rendered = await pool.render({ job: 'form', sheets: [sheet] }, context.now())
  if (!rendered.ok) throw new CliFailure(1, `${template.code}：打印失败（${JSON.stringify(rendered.error)}）`)
  writeResult(out, rendered.value.bytes)
  const { missing } = rendered.value
  return missing.length === 0 ? null : `${out}：这些字在字库中没有，未能打印：${missing.join(' ')}`
}

function sheetsFor(code: string | undefined, options: SheetOptions, now: number): readonly Sheet[] {
  const { all, filled, out, outDir, data } = options
  if (all === true) {
    if (code !== undefined || out !== undefined || data !== undefined) {
      throw badInput('--all 打印全部表单，不能同时给表单代码、--data 或 --out')
    }
    if (outDir === undefined) throw badInput('--all 需要 --out-dir 指明写到哪个目录')
    makeFolder(outDir)
    return catalogue.map(({ template, sample }) => ({
      template,
      values: filled === true ? sample : emptyValues,
      mode: filled === true ? 'filled' : 'blank',
      out: join(outDir, `${template.code}.pdf`),
    }))
  }
  if (code === undefined) throw badInput('请给出表单代码，或用 --all 打印全部')
  if (out === undefined || outDir !== undefined) throw badInput('打印一张表需要 --out 指明写到哪个文件')
  return [{ ...sheetNamed(code, options, now), out }]
}
