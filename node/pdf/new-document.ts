import PDFDocument from 'pdfkit'
import { DocumentFont } from './document-font'
import type { Face } from '../../shared/print/page'
import type { PdfFonts } from './fonts'
import type { DocumentFonts } from './paint-page'
import type { InsideDocument } from './pdfkit-inside'

/** What a file says of itself. */
export interface DocumentSubject {
  readonly title: string
  readonly firm: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** An empty PDF without pages. The same job at the same time gives the same bytes. */
export function newDocument(subject: DocumentSubject): PDFKit.PDFDocument {
  return new PDFDocument({
    autoFirstPage: false,
    bufferPages: false,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    // None of the standard fonts: only what ships with the program is used.
    font: null as unknown as string,
    info: documentInfo(subject),
  })
}

/** Who, what and when. */
export function documentInfo({ title, firm, now }: DocumentSubject): PDFKit.DocumentInfo {
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
  const open: Partial<Record<Face, DocumentFont>> = {}
  return {
    ...(fonts.mark === undefined ? {} : { mark: fonts.mark }),
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
