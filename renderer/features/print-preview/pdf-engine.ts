import type { PDFWorker } from 'pdfjs-dist'
import type * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

type Library = typeof pdfjs

let library: Promise<Library> | undefined

/** pdf.js, read when it is first needed: the window is there sooner without it. */
export function pdfLibrary(): Promise<Library> {
  library ??= import('pdfjs-dist/legacy/build/pdf.mjs').then(
    (read) => {
      read.GlobalWorkerOptions.workerSrc = new URL(workerAddress, window.location.href).href
      return read
    },
    (error: unknown) => {
      library = undefined
      throw error
    },
  )
  return library
}

/** Milliseconds that the thread of pdf.js is kept without a PDF of ours. */
const REST_MS = 60_000

interface Kept {
  readonly worker: PDFWorker
  users: number
  timer: number | undefined
}

let kept: Kept | undefined

export interface LentWorker {
  readonly worker: PDFWorker
  readonly giveBack: () => void
}

/** The thread for PDFs of our own making, kept for the next one for a while. What others made gets threads of its own. */
export async function lendWorker(): Promise<LentWorker> {
  const { PDFWorker } = await pdfLibrary()
  const lent = kept && !kept.worker.destroyed ? kept : { worker: new PDFWorker(), users: 0, timer: undefined }
  kept = lent
  window.clearTimeout(lent.timer)
  lent.users += 1
  let given = false
  return {
    worker: lent.worker,
    giveBack: () => {
      if (given) return
      given = true
      lent.users -= 1
      if (lent.users > 0) return
      lent.timer = window.setTimeout(() => {
        if (kept === lent) kept = undefined
        lent.worker.destroy()
      }, REST_MS)
    },
  }
}
