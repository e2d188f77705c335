import type { PdfPool } from '../../node/pdf/pool'
import type { PrintRun } from '../../node/pdf/run/print-run'
import type { RunSettings } from '../../node/pdf/run/messages'
import type { PdfResult, PrintFailure } from '../../shared/ipc/contract'
import type { PrintRunCalls, RunInto, RunOrder, SystemPrinter } from '../../shared/ipc/print-run'
import { assertNever } from '../../shared/kernel/assert-never'
import type { Clock } from '../../shared/kernel/clock'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Ask } from '../files/ask'
import { workName } from '../files/replace-file'
import type { Handlers } from '../ipc/answer'
import { folderRun } from '../print/folder-run'
import { fileRun, printerRun, stoppedRun, type RunSession } from '../print/run-session'
import type { Texts } from '../text'

export interface PrintRunParts {
  readonly pool: () => Pick<PdfPool, 'render'>
  readonly startRun: (settings: RunSettings) => PrintRun
  readonly clock: Clock
  readonly ask: Pick<Ask, 'saveAs' | 'chooseFolder'>
  readonly texts: () => Texts
  readonly printers: () => Promise<readonly SystemPrinter[]>
  /** To one printer, without a dialog. */
  readonly print: (part: PdfResult, to: PrinterChoice) => Promise<Result<{ printed: boolean }, PrintFailure>>
  readonly openPath: (path: string) => Promise<unknown>
}

export type PrinterChoice = Extract<RunInto, { readonly into: 'printer' }>

export interface PrintRuns {
  readonly handlers: Pick<Handlers, keyof PrintRunCalls>
  /** Ends a run that is going on: the window is gone. */
  readonly stop: () => Promise<void>
}

/** 批量打印: one run at a time. */
export function printRuns(parts: PrintRunParts): PrintRuns {
  let current: RunSession | null = null
  /** The run of the last `begin`, also after its end: it knows what the printer took. */
  let latest: RunSession | null = null
  let shown: string | null = null

  const stop = async () => {
    const ending = current
    current = null
    await ending?.stop()
  }
  const run = ({ letterhead, title, onFront, copies }: RunOrder, file: string | null) =>
    parts.startRun({ letterhead, title, onFront, copies, file, now: parts.clock.now() })

  /** Null: the person cancelled. */
  const begin = async (order: RunOrder): Promise<RunSession | null> => {
    const { into } = order
    switch (into.into) {
      case 'file': {
        const { savePdf, pdfFiles } = parts.texts()
        const wanted = { title: savePdf, name: into.suggestedName, extension: 'pdf', kind: pdfFiles }
        const path = await parts.ask.saveAs(wanted)
        if (path === null) return null
        const work = workName(path)
        return fileRun(run(order, work), work, path)
      }
      case 'folder': {
        const folder = await parts.ask.chooseFolder(parts.texts().choosePdfFolder)
        if (folder === null) return null
        return folderRun({ pool: parts.pool(), now: () => parts.clock.now(), folder, order })
      }
      case 'printer':
        return printerRun(run(order, null), (part) => parts.print(part, into))
      default:
        return assertNever(into)
    }
  }

  const handlers: PrintRuns['handlers'] = {
    'printRun:begin': async (order) => {
      await stop()
      const begun = await begin(order)
      // Another may have begun while the person chose a place.
      await stop()
      current = begun
      latest = begun
      return ok({ begun: current !== null })
    },
    'printRun:add': async (batch) => {
      if (!current) return err(stoppedRun)
      return current.add(batch)
    },
    'printRun:finish': async () => {
      if (!current) return err(stoppedRun)
      // It stays the one that can be stopped until it has ended: the last parts may wait for the printer.
      const ending = current
      const done = await ending.finish()
      if (current === ending) current = null
      if (done.ok) shown = done.value.path
      else await ending.stop()
      return done
    },
    'printRun:stop': async () => {
      await stop()
      return latest?.sent?.() ?? null
    },
    'printRun:show': async () => {
      if (shown !== null) await parts.openPath(shown)
      return null
    },
    'printRun:printers': () => parts.printers(),
  }
  return { handlers, stop }
}
