import { layoutExtra, type ExtraPage } from '../../shared/print/extra-page'
import { paintPage, type DocumentFonts } from './paint-page'
import type { InsideDocument } from './pdfkit-inside'

/** Paints pages of pictures and notes, each begun by `addPage`. Answers the characters that no font has. */
export function paintExtras(
  document: PDFKit.PDFDocument,
  fonts: DocumentFonts,
  extras: readonly ExtraPage[],
  addPage: (size: readonly [number, number]) => void,
): readonly string[] {
  const missing: string[] = []
  for (const extra of extras) {
    for (const laid of layoutExtra(extra)) {
      addPage([laid.page.width, laid.page.height])
      if (laid.picture && extra.page === 'picture') {
        const { x, y, width, height } = laid.picture
        document.image(Buffer.from(extra.bytes), x, y, { width, height })
      }
      paintPage(document as unknown as InsideDocument, laid.page, fonts)
      missing.push(...laid.missing)
    }
  }
  return missing
}
