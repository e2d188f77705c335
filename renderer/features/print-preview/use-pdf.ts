import { useEffect, useState } from 'react'
import type { Bridge, PrintFailure, PrintJob } from '../../../shared/ipc/contract'
import { openPdf } from './pdf-document'
import type { PdfView } from './pdf-document'

export type PdfState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly view: PdfView; readonly missing: readonly string[] }
  | { readonly state: 'failed'; readonly failure: PrintFailure }

/** The PDF of a job, made by the main process and opened for drawing; made anew whenever the job changes. */
export function usePdf(bridge: Bridge, job: PrintJob): PdfState {
  const [state, setState] = useState<PdfState>({ state: 'loading' })
  useEffect(() => {
    let current = true
    let opened: PdfView | undefined
    const load = async () => {
      const result = await bridge.call('pdf:bytes', job)
      if (!result.ok) return { state: 'failed', failure: result.error } as const
      opened = await openPdf(result.value.bytes)
      return { state: 'ready', view: opened, missing: result.value.missing } as const
    }
    load().then(
      (next) => {
        if (current) setState(next)
        else opened?.close()
      },
      (error: unknown) => {
        if (!current) return
        const reason = error instanceof Error ? error.message : String(error)
        setState({ state: 'failed', failure: { type: 'PrintFailed', reason } })
      },
    )
    return () => {
      current = false
      opened?.close()
    }
  }, [bridge, job])
  return state
}
