import type { PdfResult, PrintFailure, PrintJob } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import { LostFont, type PdfFonts } from './fonts'
import { BadImage } from './growing-pdf'
import { renderForms } from './render-forms'
import { renderRegister } from './render-register'

/**
 * Sets and paints one print job in this thread. The same job and `now` (milliseconds since 1970, printed nowhere, kept
 * in the file's properties) give the same bytes.
 */
export async function renderJob(
  job: PrintJob,
  fonts: PdfFonts,
  now: number,
): Promise<Result<PdfResult, PrintFailure>> {
  try {
    switch (job.job) {
      case 'form':
        return ok(await renderForms(job.sheets, fonts, now, job.extras))
      case 'register':
        return ok(await renderRegister(job.register, fonts, now))
    }
  } catch (error) {
    return err(paintingFailure(error))
  }
}

/** Why something could not be set or painted. */
export function paintingFailure(error: unknown): PrintFailure {
  if (error instanceof BadImage)
    return { type: 'PrintFailed', reason: '单位标志图片无法读取，请在设置中重新选择' }
  if (error instanceof LostFont) return { type: 'FontMissing', path: error.path }
  return { type: 'PrintFailed', reason: error instanceof Error ? error.message : String(error) }
}
