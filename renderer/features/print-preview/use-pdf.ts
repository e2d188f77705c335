import { useEffect, useState } from 'react'
import type { Bridge, PrintFailure, PrintJob } from '../../../shared/ipc/contract'
import { openPdf } from './pdf-document'
import type { PdfView } from './pdf-document'
import { pdfLibrary } from './pdf-engine'

export type PdfState =
  | { readonly state: 'loading' }
  | {
      readonly state: 'ready'
      readonly view: PdfView
      readonly missing: readonly string[]
      readonly starts?: readonly number[]
    }
  | { readonly state: 'failed'; readonly failure: PrintFailure }

/**
 * The PDF of a job, made by the main process and opened for drawing; made anew whenever the job changes. Until the next
 * one is there the last one stays.
 */
export function usePdf(bridge: Bridge, job: PrintJob): PdfState {
  const [state, setState] = useState<PdfState>({ state: 'loading' })
  useEffect(() => {
    let current = true
    load(bridge, job).then(
      (next) => {
        if (current) setState(next)
        else close(next)
      },
      (error: unknown) => {
        if (!current) return
        const reason = error instanceof Error ? error.message : String(error)
        setState({ state: 'failed', failure: { type: 'PrintFailed', reason } })
      },
    )
    return () => {
      current = false
    }
  }, [bridge, job])
  useEffect(
    () => () => {
      close(state)
    },
    [state],
  )
  return state
}

async function load(bridge: Bridge, job: PrintJob): Promise<PdfState> {
  // Read beside the painting; what goes wrong there is told when it is used.
  void pdfLibrary().catch(() => undefined)
  const result = await bridge.call('pdf:bytes', job)
  if (!result.ok) return { state: 'failed', failure: result.error }
  const { bytes, missing, starts } = result.value
  return { state: 'ready', view: await openPdf(bytes, 'ours'), missing, ...(starts ? { starts } : {}) }
}

function close(state: PdfState): void {
  if (state.state === 'ready') state.view.close()
}
