import type { PdfPool } from '../../node/pdf/pool'
import type { FormSheet } from '../../shared/ipc/contract'
import type { RunOrder, RunSheet, RunSheetDone } from '../../shared/ipc/print-run'
import type { Template } from '../../shared/forms/template'
import { err, ok } from '../../shared/kernel/result'
import { addFile } from '../files/add-file'
import { stoppedRun, stoppingOf, type RunSession } from './run-session'

export interface FolderRunParts {
  readonly pool: Pick<PdfPool, 'render'>
  readonly now: () => number
  readonly folder: string
  readonly order: Pick<RunOrder, 'letterhead' | 'copies'>
}

/** A PDF for each sheet, painted by as many threads as the pool has. A sheet that kills its thread is named, and the others go on. */
export function folderRun({ pool, now, folder, order }: FolderRunParts): RunSession {
  const { letterhead, copies } = order
  const forms: Template[] = []
  const { isStopped, orStopped, stop } = stoppingOf()
  let pages = 0
  const one = async (sheet: RunSheet): Promise<RunSheetDone> => {
    const { form, name, extras, ...rest } = sheet
    const template = forms[form]
    if (!template) throw new Error(`form ${String(form)} of a run was not sent`)
    const whole: FormSheet = { ...rest, template, letterhead, copies }
    const painted = await pool.render({ job: 'form', sheets: [whole], ...(extras && { extras }) }, now())
    if (!painted.ok) return painted
    if (isStopped()) return err(stoppedRun)
    const written = await addFile(folder, name, 'pdf', painted.value.bytes)
    // What is not there is the folder: the file is new.
    if (!written.ok)
      return written.error.type === 'NotFound' ? err({ type: 'NotFound', path: folder }) : written
    pages += painted.value.pages
    return ok({ pages: painted.value.pages, missing: painted.value.missing })
  }
  return {
    add: async (batch) => {
      forms.push(...batch.forms)
      const done = await orStopped(Promise.all(batch.sheets.map(one)))
      return done ? ok(done) : err(stoppedRun)
    },
    finish: () => Promise.resolve(ok({ pages, papers: [], path: pages === 0 ? null : folder })),
    stop: () => {
      stop()
      return Promise.resolve()
    },
  }
}
