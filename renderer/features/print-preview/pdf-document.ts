import type { PDFDocumentProxy } from 'pdfjs-dist'
import { lendWorker, pdfLibrary } from './pdf-engine'

/** A PDF that can be drawn page by page. */
export interface PdfView {
  /** Each page's size in points. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[]
  /** Draws a page (0…) so that it fills `width` device pixels. Rejects when `signal` aborts meanwhile. */
  readonly draw: (
    page: number,
    canvas: HTMLCanvasElement,
    width: number,
    signal: AbortSignal,
  ) => Promise<void>
  readonly close: () => void
}

/**
 * Opens PDF bytes; nothing is evaluated or fetched. Throws when the bytes are no PDF: for `ours` that is a bug. `ours` shares a
 * thread with the others that we made.
 */
export async function openPdf(bytes: Uint8Array, from: 'ours' | 'others'): Promise<PdfView> {
  const { getDocument } = await pdfLibrary()
  const lent = from === 'ours' ? await lendWorker() : null
  const task = getDocument({
    ...(lent ? { worker: lent.worker } : {}),
    // pdf.js hands its bytes over to the worker and leaves them empty here.
    data: bytes.slice(),
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
  })
  const close = () => {
    void task.destroy().finally(() => lent?.giveBack())
  }
  try {
    const pdf = await task.promise
    return {
      sizes: await pageSizes(pdf),
      draw: (page, canvas, width, signal) => drawPage(pdf, page, canvas, width, signal),
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}

async function pageSizes(pdf: PDFDocumentProxy): Promise<PdfView['sizes']> {
  const pages = Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1))
  return (await Promise.all(pages)).map((page) => {
    const { width, height } = page.getViewport({ scale: 1 })
    return { width, height }
  })
}

async function drawPage(
  pdf: PDFDocumentProxy,
  index: number,
  canvas: HTMLCanvasElement,
  width: number,
  signal: AbortSignal,
): Promise<void> {
  const page = await pdf.getPage(index + 1)
  signal.throwIfAborted()
  const scale = width / page.getViewport({ scale: 1 }).width
  const viewport = page.getViewport({ scale })
  // Drawn aside first: a page that is drawn anew in another size never flashes white.
  const sheet = document.createElement('canvas')
  sheet.width = Math.round(viewport.width)
  sheet.height = Math.round(viewport.height)
  const task = page.render({ canvas: sheet, viewport })
  signal.addEventListener('abort', () => {
    task.cancel()
  })
  await task.promise
  canvas.width = sheet.width
  canvas.height = sheet.height
  canvas.getContext('2d')?.drawImage(sheet, 0, 0)
}
