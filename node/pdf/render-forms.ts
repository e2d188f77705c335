import type { FormSheet, PdfResult } from '../../shared/ipc/contract'
import type { ExtraPage } from '../../shared/print/extra-page'
import { joined } from './collect'
import type { PdfFonts } from './fonts'
import { GrowingPdf } from './growing-pdf'

/** Sets the sheets one after the other into one PDF, `extras` behind them. Throws BadImage when a logo cannot be read. */
export async function renderForms(
  sheets: readonly FormSheet[],
  fonts: PdfFonts,
  now: number,
  extras: readonly ExtraPage[] = [],
): Promise<PdfResult> {
  const chunks: Uint8Array[] = []
  const pdf = new GrowingPdf(fonts, { ...subjectOf(sheets), now }, (chunk) => chunks.push(chunk))
  const added = sheets.map((sheet) => pdf.add(sheet))
  const behind = pdf.addExtras(extras)
  await pdf.end()
  const repeated = pdf.alike.some((first, page) => first !== page)
  return {
    bytes: joined(chunks),
    pages: pdf.pages,
    ...(repeated && { alike: pdf.alike }),
    ...(sheets.length > 1 && { starts: added.map(({ start }) => start) }),
    missing: [...new Set([...added.flatMap(({ missing }) => missing), ...behind])],
  }
}

/** Form and firm of the sheets of one job. */
export function subjectOf(sheets: readonly FormSheet[]): { readonly title: string; readonly firm: string } {
  const [first] = sheets
  const name = first?.template.name ?? ''
  return {
    title: sheets.length > 1 ? `${name}等 ${sheets.length} 份` : name,
    firm: first?.letterhead.firm ?? '',
  }
}
