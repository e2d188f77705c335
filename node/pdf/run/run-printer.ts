import type { FormSheet, PrintFailure } from '../../../shared/ipc/contract'
import type { RunBatch, RunSheet, RunSheetDone } from '../../../shared/ipc/print-run'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { Template } from '../../../shared/forms/template'
import type { PdfFonts } from '../fonts'
import { paintingFailure } from '../render-job'
import type { RunAnswer, RunEnd, RunSettings } from './messages'
import { fileTarget, partsTarget } from './run-target'

/** Prints the sheets of one run in this thread, as they come. */
export interface RunPrinter {
  readonly add: (batch: RunBatch) => Promise<Result<RunAnswer, PrintFailure>>
  readonly end: () => Promise<Result<RunEnd, PrintFailure>>
}

export function runPrinter(settings: RunSettings, fonts: PdfFonts): RunPrinter {
  const forms: Template[] = []
  const target =
    settings.file === null ? partsTarget(fonts, settings) : fileTarget(settings.file, fonts, settings)
  let places = 0
  const addOne = (sheet: RunSheet): RunSheetDone => {
    const { form, name: _, extras = [], ...rest } = sheet
    const place = places++
    const template = forms[form]
    if (!template) throw new Error(`form ${String(form)} of a run was not sent`)
    const { letterhead, copies } = settings
    const whole: FormSheet = { ...rest, template, letterhead, copies }
    try {
      const { pages, missing } = target.add(whole, extras, place)
      return ok({ pages, missing })
    } catch (error) {
      return err(paintingFailure(error))
    }
  }
  return {
    add: async (batch) => {
      forms.push(...batch.forms)
      const sheets = batch.sheets.map(addOne)
      const parts = await target.takeParts()
      const failure = target.failure()
      return failure ? err(failure) : ok({ sheets, parts })
    },
    end: async () => {
      const { pages, papers } = await target.end()
      const parts = await target.takeParts()
      const failure = target.failure()
      return failure ? err(failure) : ok({ pages, papers, parts })
    },
  }
}
