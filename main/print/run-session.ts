import type { PdfResult, PrintFailure } from '../../shared/ipc/contract'
import type { RunBatch, RunDone, RunSent, RunSheetDone } from '../../shared/ipc/print-run'
import { REFUSED_BY_DRIVER, RUN_STOPPED, type PrintRun } from '../../node/pdf/run/print-run'
import type { RunPart } from '../../node/pdf/run/messages'
import { err, ok, type Result } from '../../shared/kernel/result'
import { moveOver } from '../files/replace-file'

/** One run of printing as the window asks for it. */
export interface RunSession {
  readonly add: (batch: RunBatch) => Promise<Result<readonly RunSheetDone[], PrintFailure>>
  readonly finish: () => Promise<Result<RunDone, PrintFailure>>
  readonly stop: () => Promise<void>
  /** What the printer took so far; only of a run that goes to one. */
  readonly sent?: () => RunSent
}

/** What a call is answered whose run was stopped meanwhile. */
export const stoppedRun: PrintFailure = { type: 'PrintFailed', reason: RUN_STOPPED }

/** The driver's own window was cancelled, or the driver threw the job away. */
const refusedByDriver: PrintFailure = { type: 'PrintFailed', reason: REFUSED_BY_DRIVER }

/** One PDF: written beside its place, and put there when it is whole. Without a single page there is none. */
export function fileRun(run: PrintRun, work: string, path: string): RunSession {
  const here = <T>(result: Result<T, PrintFailure>): Result<T, PrintFailure> =>
    !result.ok && 'path' in result.error && result.error.path === work
      ? err({ ...result.error, path })
      : result
  return {
    add: async (batch) => {
      const added = here(await run.add(batch))
      return added.ok ? ok(added.value.sheets) : added
    },
    finish: async () => {
      const ended = here(await run.finish())
      if (!ended.ok) return ended
      const { pages, papers } = ended.value
      if (pages === 0) {
        await run.stop()
        return ok({ pages, papers, path: null })
      }
      const moved = await moveOver(work, path)
      return moved.ok ? ok({ pages, papers, path }) : moved
    },
    stop: run.stop,
  }
}

/** Lets go of what is waited for as soon as somebody stops the run: a thread or a driver may never answer. */
export interface Stopping {
  readonly isStopped: () => boolean
  readonly stop: () => void
  /** Null: it was stopped first. */
  readonly orStopped: <T>(work: Promise<T>) => Promise<T | null>
}

export function stoppingOf(): Stopping {
  const stopping = new AbortController()
  const { signal } = stopping
  const whenStopped = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(null)
    })
  })
  return {
    isStopped: () => signal.aborted,
    stop: () => {
      stopping.abort()
    },
    orStopped: (work) => Promise.race([work, whenStopped]),
  }
}

/** Straight to the printer, part by part; the next sheets are painted when the printer has taken those before. */
export function printerRun(
  run: PrintRun,
  print: (part: PdfResult) => Promise<Result<{ printed: boolean }, PrintFailure>>,
): RunSession {
  const { isStopped, orStopped, stop } = stoppingOf()
  let sent: RunSent = { sheets: 0, last: null }
  const printAll = async (parts: readonly RunPart[]): Promise<PrintFailure | null> => {
    for (const part of parts) {
      if (isStopped()) return stoppedRun
      const done = await orStopped(print(part))
      if (done === null) return stoppedRun
      if (!done.ok) return done.error
      if (!done.value.printed) return refusedByDriver
      sent = { sheets: sent.sheets + part.sheets.length, last: part.sheets.at(-1) ?? sent.last }
    }
    return null
  }
  const printed = async <T extends { readonly parts: readonly RunPart[] }>(
    result: Result<T, PrintFailure>,
  ): Promise<Result<T, PrintFailure>> => {
    const failure = result.ok ? await printAll(result.value.parts) : null
    if (failure === null) return result
    await run.stop()
    return err(failure)
  }
  return {
    add: async (batch) => {
      const added = await printed(await run.add(batch))
      return added.ok ? ok(added.value.sheets) : added
    },
    finish: async () => {
      const ended = await printed(await run.finish())
      if (!ended.ok) return ended
      const { pages, papers } = ended.value
      return ok({ pages, papers, path: null })
    },
    stop: () => {
      stop()
      return run.stop()
    },
    sent: () => sent,
  }
}
