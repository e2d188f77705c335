import type { FormSheet, PrintFailure } from '../../../shared/ipc/contract'
import type { ExtraPage } from '../../../shared/print/extra-page'
import { sheetShape } from '../../../shared/print/setup'
import { joined } from '../collect'
import type { PdfFonts } from '../fonts'
import { GrowingPdf, paperName, type AddedSheet, type PaperPages } from '../growing-pdf'
import type { RunPart, RunSettings } from './messages'
import { WorkFile } from './work-file'

/** Where the sheets of one run go. */
export interface RunTarget {
  /** Throws what the layout or the painter threw; then it is as before. `place` in the run: 0…. */
  readonly add: (sheet: FormSheet, extras: readonly ExtraPage[], place: number) => AddedSheet
  /** Why nothing can be taken any more; null while it can. */
  readonly failure: () => PrintFailure | null
  /** PDFs that are ready for the printer. */
  readonly takeParts: () => Promise<readonly RunPart[]>
  readonly end: () => Promise<{ readonly pages: number; readonly papers: readonly PaperPages[] }>
}

/** One PDF in a file, written as it grows. */
export function fileTarget(path: string, fonts: PdfFonts, settings: RunSettings): RunTarget {
  const file = new WorkFile(path)
  const pdf = new GrowingPdf(fonts, subject(settings), (chunk) => {
    file.write(chunk)
  })
  return {
    add: (sheet, extras) => pdf.add(sheet, extras, settings.onFront),
    failure: () => file.failure,
    takeParts: () => Promise.resolve([]),
    end: async () => {
      await pdf.end()
      file.end()
      return { pages: pdf.pages, papers: [...pdf.papers.values()] }
    },
  }
}

/** Pages after which a part goes to the printer: its page draws all of a part before it prints. */
const PART_PAGES = 60

/** PDFs of some pages each, those of one paper by themselves: a printer takes one size of paper at a time. */
export function partsTarget(fonts: PdfFonts, settings: RunSettings): RunTarget {
  const growing = new Map<string, Part>()
  const full: Part[] = []
  const papers = new Map<string, PaperPages>()
  const close = (name: string, part: Part): void => {
    growing.delete(name)
    full.push(part)
    for (const [paper, { width, height, pages }] of part.pdf.papers) {
      papers.set(paper, { width, height, pages: pages + (papers.get(paper)?.pages ?? 0) })
    }
  }
  const closeAll = (): void => {
    for (const [name, part] of growing) if (part.pdf.pages > 0) close(name, part)
  }
  return {
    add: (sheet, extras, place) => {
      const { shape, scale } = sheetShape(sheet.template, sheet.setup)
      const name = paperName(shape.width * scale, shape.height * scale)
      const part = growing.get(name) ?? newPart(fonts, settings)
      growing.set(name, part)
      const added = part.pdf.add(sheet, extras, settings.onFront)
      part.sheets.push(place)
      if (part.pdf.pages >= PART_PAGES) close(name, part)
      return added
    },
    failure: () => null,
    takeParts: () => Promise.all(full.splice(0).map(finished)),
    end: () => {
      closeAll()
      const all = [...papers.values()]
      return Promise.resolve({ pages: all.reduce((sum, { pages }) => sum + pages, 0), papers: all })
    },
  }
}

interface Part {
  readonly pdf: GrowingPdf
  readonly chunks: Uint8Array[]
  readonly sheets: number[]
}

function newPart(fonts: PdfFonts, settings: RunSettings): Part {
  const chunks: Uint8Array[] = []
  return { pdf: new GrowingPdf(fonts, subject(settings), (chunk) => chunks.push(chunk)), chunks, sheets: [] }
}

async function finished({ pdf, chunks, sheets }: Part): Promise<RunPart> {
  await pdf.end()
  return { bytes: joined(chunks), pages: pdf.pages, alike: pdf.alike, missing: [], sheets }
}

const subject = ({ title, letterhead, now }: RunSettings) => ({ title, firm: letterhead.firm, now })
