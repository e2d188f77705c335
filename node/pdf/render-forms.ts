import PDFDocument from 'pdfkit'
import type { FormSheet, PdfResult } from '../../shared/ipc/contract'
import { layoutForm } from '../../shared/print'
import type { ExtraPage } from '../../shared/print/extra-page'
import type { LaidOutForm, LaidOutPage } from '../../shared/print/page'
import { finishDocument } from './collect'
import { DocumentFont } from './document-font'
import type { PdfFonts } from './fonts'
import { paintExtras } from './paint-extras'
import { paintPage, type DocumentFonts } from './paint-page'
import type { InsideDocument, InsidePage } from './pdfkit-inside'

/** Sets the sheets one after the other into one PDF, `extras` behind them. Throws BadImage when a logo cannot be read. */
export async function renderForms(
  sheets: readonly FormSheet[],
  fonts: PdfFonts,
  now: number,
  extras: readonly ExtraPage[] = [],
): Promise<PdfResult> {
  const forms = sheets.map((sheet): LaidOutForm => layoutForm(sheet))
  const document = newDocument(sheets, now)
  const inside = document as unknown as InsideDocument
  const opened = openFonts(inside, fonts)
  const alike: number[] = []
  const starts: number[] = []
  forms.forEach((form, at) => {
    const first = alike.length
    starts.push(first)
    const painted = form.pages.map((page) => {
      document.addPage({ size: [page.width, page.height], margin: 0 })
      paintImages(document, page)
      paintPage(inside, page, opened)
      alike.push(alike.length)
      return inside.page
    })
    for (let copy = 1; copy < (sheets[at]?.copies ?? 1); copy++) {
      painted.forEach((page, i) => {
        repeatPage(inside, page)
        alike.push(first + i)
      })
    }
  })
  const behind = paintExtras(document, opened, extras)
  for (let page = 0; page < behind.pages; page++) alike.push(alike.length)
  const bytes = await finishDocument(document)
  const missing = [...new Set([...forms.flatMap((form) => form.missing), ...behind.missing])]
  const repeated = alike.some((first, page) => first !== page)
  return {
    bytes,
    pages: alike.length,
    ...(repeated && { alike }),
    ...(sheets.length > 1 && { starts }),
    missing,
  }
}

/** A further page that is the same content once more: it costs some hundred bytes, however full the page is. */
function repeatPage(document: InsideDocument, page: InsidePage): void {
  const again = document.ref({ ...page.dictionary.data })
  const { Kids } = document._root.data.Pages.data
  Kids.push(again)
  document._root.data.Pages.data.Count++
  again.end()
}

/** A picture that is no readable PNG or JPEG. */
export class BadImage extends Error {}

function paintImages(document: PDFKit.PDFDocument, page: LaidOutPage): void {
  for (const { source, x, y, width, height } of page.images) {
    try {
      document.image(source, x, y, { width, height })
    } catch (cause) {
      throw new BadImage('logo', { cause })
    }
  }
}

export function newDocument(sheets: readonly FormSheet[], now: number): PDFKit.PDFDocument {
  const [first] = sheets
  const title =
    sheets.length > 1 ? `${first?.template.name ?? ''}等 ${sheets.length} 份` : first?.template.name
  return new PDFDocument({
    autoFirstPage: false,
    bufferPages: false,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    // None of the standard fonts: only what ships with the program is used.
    font: null as unknown as string,
    info: documentInfo(title ?? '', first?.letterhead.firm ?? '', now),
  })
}

/** Who, what and when. The same job at the same time gives the same bytes. */
export function documentInfo(title: string, firm: string, now: number): PDFKit.DocumentInfo {
  return {
    Title: title,
    ...(firm !== '' && { Author: firm }),
    Creator: '知客',
    Producer: '知客',
    CreationDate: new Date(now),
  }
}

/** Fonts enter the document when they are first used, so that unused ones are not embedded. */
export function openFonts(document: InsideDocument, fonts: PdfFonts): DocumentFonts {
  const open: { -readonly [F in keyof DocumentFonts]?: DocumentFont } = {}
  return {
    get serif() {
      return (open.serif ??= DocumentFont.open(document, fonts.serif))
    },
    get serifBold() {
      return (open.serifBold ??= DocumentFont.open(document, fonts.serifBold))
    },
    get sans() {
      return (open.sans ??= DocumentFont.open(document, fonts.sans))
    },
    get rare() {
      return (open.rare ??= DocumentFont.open(document, fonts.rare))
    },
  }
}
