import type { FormSheet, LocalSettings, PrintJob } from '../../../shared/ipc/contract'
import type { PrintSetup } from '../../../shared/print/setup'
import type { Template } from '../../../shared/forms/template'

export type PrintSetups = NonNullable<LocalSettings['printSetups']>

const usualSetup: PrintSetup = {}

export const setupOf = (setups: PrintSetups | undefined, code: string): PrintSetup =>
  setups && Object.hasOwn(setups, code) ? (setups[code] ?? usualSetup) : usualSetup

/**
 * Whether only the values may be printed. A blank sheet has none, and a word across the sheet (作废, 样例) must not get
 * lost with everything else.
 */
export const mayOverprint = ({ mode, stamp }: Pick<FormSheet, 'mode' | 'stamp'>): boolean =>
  mode === 'filled' && stamp === undefined

/** The same job, each form on the paper and in the way that was set for it on this computer. */
export function withSetups(job: PrintJob, setups: PrintSetups | undefined): PrintJob {
  if (job.job !== 'form' || !setups) return job
  return {
    ...job,
    sheets: job.sheets.map((sheet) => {
      const { overprint, ...rest } = setupOf(setups, sheet.template.code)
      const setup = overprint && mayOverprint(sheet) ? { ...rest, overprint } : rest
      return Object.keys(setup).length === 0 ? sheet : { ...sheet, setup }
    }),
  }
}

/** Each form of a job once, in the order of its sheets. */
export function formsOf(job: PrintJob): readonly Template[] {
  if (job.job !== 'form') return []
  return [...new Map(job.sheets.map(({ template }) => [template.code, template])).values()]
}

/** The sheet (0…) that a page belongs to; `starts` as in `PdfResult`. */
export function sheetOfPage(starts: readonly number[] | undefined, page: number): number {
  const after = (starts ?? [0]).findIndex((start) => start > page)
  return after === -1 ? Math.max(0, (starts?.length ?? 1) - 1) : Math.max(0, after - 1)
}
