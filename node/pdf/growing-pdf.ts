import type { FormSheet } from '../../shared/ipc/contract'
import { layoutForm } from '../../shared/print'
import type { ExtraPage } from '../../shared/print/extra-page'
import type { LaidOutPage } from '../../shared/print/page'
import type { PdfFonts } from './fonts'
import { newDocument, openFonts, type DocumentSubject } from './new-document'
import { paintExtras } from './paint-extras'
import { paintPage, type DocumentFonts } from './paint-page'
import { Written, type InsideDocument, type InsidePage, type WrittenAs } from './pdfkit-inside'

/** What became of one sheet. Pages are counted from 0 in the whole PDF. */
export interface AddedSheet {
  /** The page on which it begins. */
  readonly start: number
  /** Pages that it takes, copies and an empty page before it included. */
  readonly pages: number
  /** Characters that no font has. */
  readonly missing: readonly string[]
}

/** Width and height in points. */
type Size = readonly [number, number]

interface PaintedPage {
  readonly page: InsidePage
  readonly size: Size
}

/** Width and height in points. */
export interface PaperPages {
  readonly width: number
  readonly height: number
  readonly pages: number
}

/** A picture that is no readable PNG or JPEG. */
export class BadImage extends Error {}

/**
 * A PDF that grows sheet by sheet. Each page goes to `write` as soon as the next one is begun, and nothing of it is kept
 * but its reference: a thousand sheets take no more memory than one. The fonts are cut to what was used at the end, once.
 */
export class GrowingPdf {
  /** For each page the first one (0…) that looks exactly like it. */
  readonly alike: number[] = []
  /** Pages that lie on each size of paper, by its name (`paperName`). */
  readonly papers = new Map<string, PaperPages>()
  private readonly document: PDFKit.PDFDocument
  private readonly inside: InsideDocument
  private readonly fonts: DocumentFonts
  private readonly ended: Promise<void>
  private lastSize: Size = [0, 0]
  /** Pages of the sheet that is being added. */
  private readonly painted: PaintedPage[] = []

  constructor(fonts: PdfFonts, subject: DocumentSubject, write: (chunk: Uint8Array) => void) {
    this.document = newDocument(subject)
    this.inside = this.document as unknown as InsideDocument
    this.fonts = openFonts(this.inside, fonts)
    this.document.on('data', write)
    this.ended = new Promise((resolve, reject) => {
      this.document.on('end', resolve)
      this.document.on('error', reject)
    })
    // A failure is met by whoever ends the PDF; until then it must not count as one that nobody handles.
    this.ended.catch(() => undefined)
  }

  get pages(): number {
    return this.alike.length
  }

  /**
   * Sets and paints a sheet as often as it says; `extras` follow each time. `onFront`: with an empty page before it where it would
   * begin on the back of a leaf. Throws BadImage, or what the layout threw; the PDF is then as it was before.
   */
  add(sheet: FormSheet, extras: readonly ExtraPage[] = [], onFront = false): AddedSheet {
    const form = layoutForm(sheet)
    const before = this.pages
    const papers = [...this.papers]
    try {
      if (onFront) this.beginOnFront()
      this.painted.length = 0
      const start = this.pages
      for (const page of form.pages) this.paint(page)
      const behind = this.addExtras(extras)
      const once = [...this.painted]
      for (let copy = 1; copy < (sheet.copies ?? 1); copy++) {
        if (onFront) this.beginOnFront()
        once.forEach((page, at) => {
          this.repeat(page, start + at)
        })
      }
      this.painted.length = 0
      return {
        start,
        pages: this.pages - before,
        missing: [...new Set([...form.missing, ...behind])],
      }
    } catch (error) {
      this.backTo(before, papers)
      throw error
    }
  }

  /** Pages of pictures and notes. Answers the characters that no font has. */
  addExtras(extras: readonly ExtraPage[]): readonly string[] {
    return paintExtras(this.document, this.fonts, extras, (size) => {
      this.addPage(size)
    })
  }

  /** Writes what is left: fonts, and where everything stands. */
  end(): Promise<void> {
    this.document.end()
    return this.ended
  }

  private paint(page: LaidOutPage): void {
    this.addPage([page.width, page.height])
    this.paintImages(page)
    paintPage(this.inside, page, this.fonts)
  }

  private addPage(size: Size): void {
    this.document.addPage({ size: [...size], margin: 0 })
    const { page } = this.inside
    this.painted.push({ page, size })
    this.count(page.dictionary, size, this.pages)
  }

  /** A page more that looks like the one at `first`. The list of pages keeps its name instead of all that it holds. */
  private count(page: WrittenAs, size: Size, first: number): void {
    const { Kids } = this.inside._root.data.Pages.data
    Kids[Kids.length - 1] = new Written(page.toString())
    this.alike.push(first)
    this.lastSize = size
    const [width, height] = size
    const name = paperName(width, height)
    this.papers.set(name, { width, height, pages: (this.papers.get(name)?.pages ?? 0) + 1 })
  }

  private beginOnFront(): void {
    if (this.pages % 2 === 0) return
    this.addPage(this.lastSize)
  }

  /** A further page that is the same content once more: it costs some hundred bytes, however full the page is. */
  private repeat({ page, size }: PaintedPage, first: number): void {
    const again = this.inside.ref({ ...page.dictionary.data })
    const { Pages } = this.inside._root.data
    Pages.data.Kids.push(again)
    Pages.data.Count++
    again.end()
    this.count(again, size, first)
  }

  /** Pages that were begun stay in the file as objects that nothing names: no reader shows them. */
  private backTo(pages: number, papers: readonly (readonly [string, PaperPages])[]): void {
    this.inside.flushPages()
    const { data } = this.inside._root.data.Pages
    data.Kids.length = pages
    data.Count = pages
    this.alike.length = pages
    this.papers.clear()
    for (const [name, paper] of papers) this.papers.set(name, paper)
  }

  private paintImages(page: LaidOutPage): void {
    for (const { source, x, y, width, height } of page.images) {
      try {
        this.document.image(source, x, y, { width, height })
      } catch (cause) {
        throw new BadImage('logo', { cause })
      }
    }
  }
}

/** The same for sheets that lie on the same paper, whole points apart. */
export const paperName = (width: number, height: number): string =>
  `${String(Math.round(width))}x${String(Math.round(height))}`
