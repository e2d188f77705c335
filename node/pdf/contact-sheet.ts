import type { FormSheet } from '../../shared/ipc/contract'
import { layoutForm } from '../../shared/print'
import type { LaidOutPage } from '../../shared/print/page'
import { splitByFace } from '../../shared/print/measure'
import { MM } from '../../shared/print/style'
import { finishDocument } from './collect'
import type { PdfFonts } from './fonts'
import { paintPage } from './paint-page'
import type { InsideDocument } from './pdfkit-inside'
import { newDocument, openFonts } from './new-document'
import { subjectOf } from './render-forms'

/** One form among the thumbnails: what stands under it, and its sheets side by side (their first pages). */
export interface ContactEntry {
  readonly caption: string
  readonly sheets: readonly FormSheet[]
}

/** A3 landscape, in points: wide enough for five pairs of thumbnails. */
const SHEET = { width: 420 * MM, height: 297 * MM, margin: 10 * MM }
const COLUMNS = 5
const ROWS = 4
const GAP = 3 * MM
const CAPTION = 9
const FRAME = 0.4

/** Thumbnails of many forms, drawn as the forms themselves, on as many A3 pages as they need. */
export async function renderContactSheet(
  entries: readonly ContactEntry[],
  fonts: PdfFonts,
  now: number,
): Promise<Uint8Array> {
  const document = newDocument({ ...subjectOf(entries[0]?.sheets ?? []), now })
  const inside = document as unknown as InsideDocument
  const opened = openFonts(inside, fonts)
  const width = (SHEET.width - 2 * SHEET.margin) / COLUMNS
  const height = (SHEET.height - 2 * SHEET.margin) / ROWS
  entries.forEach(({ caption, sheets }, index) => {
    const place = index % (COLUMNS * ROWS)
    if (place === 0) document.addPage({ size: [SHEET.width, SHEET.height], margin: 0 })
    const x = SHEET.margin + (place % COLUMNS) * width
    const y = SHEET.margin + Math.floor(place / COLUMNS) * height
    const pages = sheets.flatMap((sheet) => layoutForm(sheet).pages.slice(0, 1))
    const room = {
      width: (width - GAP) / Math.max(1, pages.length) - GAP,
      height: height - CAPTION * 2 - GAP,
    }
    pages.forEach((page, at) => {
      const scale = Math.min(room.width / page.width, room.height / page.height)
      const left = x + at * (room.width + GAP) + (room.width - page.width * scale) / 2
      const top = y + (room.height - page.height * scale) / 2
      inside.addContent(`q ${matrix(scale, left, top)} cm`)
      paintPage(inside, framed(page, FRAME / scale), opened)
      inside.addContent('Q')
    })
    const runs = captionRuns(caption, x + width / 2 - GAP, y + height - CAPTION)
    paintPage(inside, { ...EMPTY, runs }, opened)
  })
  return finishDocument(document)
}

const matrix = (scale: number, x: number, y: number): string =>
  [scale, 0, 0, scale, x, y].map((value) => String(Math.round(value * 1e5) / 1e5)).join(' ')

/** The edge of the paper, and no slots or cells, which are for the screen. */
function framed(page: LaidOutPage, line: number): LaidOutPage {
  const { width, height } = page
  const edges = [
    { x1: 0, y1: 0, x2: width, y2: 0, width: line },
    { x1: width, y1: 0, x2: width, y2: height, width: line },
    { x1: width, y1: height, x2: 0, y2: height, width: line },
    { x1: 0, y1: height, x2: 0, y2: 0, width: line },
  ]
  return { ...page, rules: [...page.rules, ...edges] }
}

const EMPTY: LaidOutPage = {
  width: SHEET.width,
  height: SHEET.height,
  contentBottom: 0,
  cells: [],
  rules: [],
  runs: [],
  ticks: [],
  slots: [],
  images: [],
}

function captionRuns(text: string, middle: number, y: number): LaidOutPage['runs'] {
  const { runs } = splitByFace(text, 'sans')
  const total = runs.reduce((sum, run) => sum + run.width, 0) * CAPTION
  return runs.map((run) => ({
    x: middle - total / 2 + run.offset * CAPTION,
    y,
    text: run.text,
    face: run.face,
    size: CAPTION,
    width: run.width * CAPTION,
    spacing: 0,
    role: 'chrome',
  }))
}
