import type { PDFDocumentProxy } from 'pdfjs-dist'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

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

/** Opens PDF bytes; nothing is evaluated or fetched. Throws when the bytes are no PDF: that is a bug of ours. */
export async function openPdf(bytes: Uint8Array): Promise<PdfView> {
  // Read with the first PDF: the window is there sooner without it.
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  GlobalWorkerOptions.workerSrc = new URL(workerAddress, window.location.href).href
  const task = getDocument({
    // pdf.js hands its bytes over to the worker and leaves them empty here.
    data: bytes.slice(),
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
  })
  const pdf = await task.promise
  const sizes = await pageSizes(pdf)
  return {
    sizes,
    draw: (page, canvas, width, signal) => drawPage(pdf, page, canvas, width, signal),
    close: () => {
      void task.destroy()
    },
  }
}

async function pageSizes(pdf: PDFDocumentProxy): Promise<PdfView['sizes']> {
  const sizes = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 })
    sizes.push({ width, height })
  }
  return sizes
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
