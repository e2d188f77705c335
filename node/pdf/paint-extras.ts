import { layoutExtra, type ExtraPage } from '../../shared/print/extra-page'
import { paintPage, type DocumentFonts } from './paint-page'
import type { InsideDocument } from './pdfkit-inside'

/** Paints pages of pictures and notes behind the forms. Answers how many, and the characters that no font has. */
export function paintExtras(
  document: PDFKit.PDFDocument,
  fonts: DocumentFonts,
  extras: readonly ExtraPage[],
): { readonly pages: number; readonly missing: readonly string[] } {
  const missing: string[] = []
  let pages = 0
  for (const extra of extras) {
    for (const laid of layoutExtra(extra)) {
      document.addPage({ size: [laid.page.width, laid.page.height], margin: 0 })
      if (laid.picture && extra.page === 'picture') {
        const { x, y, width, height } = laid.picture
        document.image(Buffer.from(extra.bytes), x, y, { width, height })
      }
      paintPage(document as unknown as InsideDocument, laid.page, fonts)
      missing.push(...laid.missing)
      pages++
    }
  }
  return { pages, missing }
}
