import type { FormSheet, PrintJob } from '../../../shared/ipc/contract'

export type SheetMode = FormSheet['mode']

/** The mode that all sheets of a job share; null for a printed register, which has none. */
export function modeOf(job: PrintJob): SheetMode | null {
  return job.job === 'form' ? (job.sheets[0]?.mode ?? null) : null
}

/** The same job for the pen (blank) or with its values (filled). */
export function withMode(job: PrintJob, mode: SheetMode | null): PrintJob {
  if (job.job !== 'form' || mode === null) return job
  return { ...job, sheets: job.sheets.map((sheet) => (sheet.mode === mode ? sheet : { ...sheet, mode })) }
}

/** Whether there is anything to choose between: a form without a single value prints the same filled. */
export function canSwitchMode(job: PrintJob): boolean {
  return (
    job.job === 'form' &&
    job.sheets.some(
      ({ values }) =>
        Object.keys(values.fields).length +
          Object.keys(values.matrices).length +
          Object.keys(values.rows).length >
        0,
    )
  )
}

const MOST_COPIES = 999

/** A number of copies as typed, full-width digits too; null while it is none. */
export function copiesOf(typed: string): number | null {
  const text = typed.normalize('NFKC').trim()
  const copies = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return copies >= 1 && copies <= MOST_COPIES ? copies : null
}

/** A file name without what Windows refuses in one, and never empty. */
export function safeFileName(name: string): string {
  const base = name
    .replace(/\.pdf$/i, '')
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-')
    .replace(/[. ]+$/, '')
    .trim()
  return `${base === '' ? '知客' : base}.pdf`
}
