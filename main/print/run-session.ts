import type { PdfResult, PrintFailure } from '../../shared/ipc/contract'
import type { RunBatch, RunDone, RunSheetDone } from '../../shared/ipc/print-run'
import { RUN_STOPPED, type PrintRun } from '../../node/pdf'
import { err, ok, type Result } from '../../shared/kernel/result'
import { moveOver } from '../files/replace-file'

/** One run of printing as the window asks for it. */
export interface RunSession {
  readonly add: (batch: RunBatch) => Promise<Result<readonly RunSheetDone[], PrintFailure>>
  readonly finish: () => Promise<Result<RunDone, PrintFailure>>
  readonly stop: () => Promise<void>
}

/** What a call is answered whose run was stopped meanwhile. */
export const stoppedRun: PrintFailure = { type: 'PrintFailed', reason: RUN_STOPPED }

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

/** Straight to the printer, part by part; the next sheets are painted when the printer has taken those before. */
export function printerRun(
  run: PrintRun,
  print: (part: PdfResult) => Promise<Result<{ printed: boolean }, PrintFailure>>,
): RunSession {
  const printAll = async (parts: readonly PdfResult[]): Promise<PrintFailure | null> => {
    for (const part of parts) {
      const done = await print(part)
      if (!done.ok) return done.error
    }
    return null
  }
  const printed = async <T extends { readonly parts: readonly PdfResult[] }>(
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
    stop: run.stop,
  }
}
