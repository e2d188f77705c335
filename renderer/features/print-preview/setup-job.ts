import type { PrintJob } from '../../../shared/ipc/contract'
import type { Template } from '../../../shared/forms/template'
import { setUpSheets, type PrintSetups } from '../../stores'

/** The same job, each form on the paper and in the way that was set for it on this computer. */
export const withSetups = (job: PrintJob, setups: PrintSetups | undefined): PrintJob =>
  job.job === 'form' && setups ? { ...job, sheets: setUpSheets(job.sheets, setups) } : job

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
