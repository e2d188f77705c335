import type { PdfPool } from '../../node/pdf/pool'
import type { PdfResult, PrintFailure, PrintJob } from '../../shared/ipc/contract'
import type { Clock } from '../../shared/kernel/clock'
import { ok, type Result } from '../../shared/kernel/result'
import type { Ask } from '../files/ask'
import { replaceFile } from '../files/replace-file'
import type { Handlers } from '../ipc/answer'
import type { Texts } from '../text'

export interface PdfParts {
  readonly pool: () => PdfPool
  readonly clock: Clock
  readonly ask: Ask
  readonly texts: () => Texts
  /** The system's print dialog for a finished PDF. */
  readonly print: (pdf: PdfResult, copies: number) => Promise<Result<{ printed: boolean }, PrintFailure>>
}

/** One PDF is the truth for the preview, the file and the printer. */
export function pdfHandlers(parts: PdfParts): Pick<Handlers, 'pdf:bytes' | 'pdf:save' | 'pdf:print'> {
  const render = (job: PrintJob) => parts.pool().render(job, parts.clock.now())
  return {
    'pdf:bytes': render,
    'pdf:save': async ({ job, suggestedName }) => {
      const rendered = await render(job)
      if (!rendered.ok) return rendered
      const { bytes, missing } = rendered.value
      const { savePdf, pdfFiles } = parts.texts()
      const path = await parts.ask.saveAs({
        title: savePdf,
        name: suggestedName,
        extension: 'pdf',
        kind: pdfFiles,
      })
      if (path === null) return ok({ path, missing })
      const written = await replaceFile(path, bytes)
      return written.ok ? ok({ path, missing }) : written
    },
    'pdf:print': async ({ job, copies }) => {
      const rendered = await render(job)
      if (!rendered.ok) return rendered
      const printed = await parts.print(rendered.value, copies)
      return printed.ok ? ok({ ...printed.value, missing: rendered.value.missing }) : printed
    },
  }
}
