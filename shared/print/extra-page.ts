import { splitByFace, widthOf } from './measure'
import type { LaidOutPage, TextRun } from './page'
import { MM } from './style'

/** A page behind a form, on A4: a picture as large as the paper allows, or lines of text. */
export type ExtraPage =
  | {
      readonly page: 'picture'
      /** PNG or JPEG. */
      readonly bytes: Uint8Array
      /** Pixels. */
      readonly width: number
      readonly height: number
      readonly caption: string
    }
  | { readonly page: 'note'; readonly title: string; readonly lines: readonly string[] }

/** Pages behind one form at most: what is more is work for the program that made it. */
export const MOST_EXTRA_PAGES = 200

const A4 = { short: 210 * MM, long: 297 * MM }
const MARGIN = 15 * MM
const CAPTION = { size: 9, room: 8 * MM }
const NOTE = { title: 14, text: 10.5, leading: 18 }

export interface LaidOutExtra {
  readonly page: LaidOutPage
  /** Where the picture goes, in points. */
  readonly picture?: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  readonly missing: readonly string[]
}

/** A picture that is wider than high lies on paper laid across. A small one is not blown up beyond 96 dots an inch. */
export function layoutExtra(extra: ExtraPage): readonly LaidOutExtra[] {
  return extra.page === 'picture' ? [pictureOf(extra)] : notesOf(extra.title, extra.lines)
}

function pictureOf({ width, height, caption }: Extract<ExtraPage, { page: 'picture' }>): LaidOutExtra {
  const across = width > height
  const paper = across ? { width: A4.long, height: A4.short } : { width: A4.short, height: A4.long }
  const room = { width: paper.width - 2 * MARGIN, height: paper.height - 2 * MARGIN - CAPTION.room }
  const scale = Math.min(room.width / width, room.height / height, 72 / 96)
  const size = { width: width * scale, height: height * scale }
  const [line = ''] = linesOf(caption, CAPTION.size, room.width)
  const { runs, missing } = textRuns(line, MARGIN, MARGIN + CAPTION.size, CAPTION.size)
  const top = MARGIN + CAPTION.room
  return {
    page: { ...emptyPage(paper.width, paper.height), runs },
    picture: { x: MARGIN + (room.width - size.width) / 2, y: top, ...size },
    missing,
  }
}

function notesOf(title: string, lines: readonly string[]): readonly LaidOutExtra[] {
  const room = A4.short - 2 * MARGIN
  const wrapped = lines.flatMap((line) => linesOf(line, NOTE.text, room))
  const perPage = Math.floor((A4.long - 2 * MARGIN) / NOTE.leading) - 2
  const pages: LaidOutExtra[] = []
  for (let from = 0; from === 0 || from < wrapped.length; from += perPage) {
    const set = [
      textRuns(title, MARGIN, MARGIN + NOTE.title, NOTE.title),
      ...wrapped
        .slice(from, from + perPage)
        .map((line, i) => textRuns(line, MARGIN, MARGIN + NOTE.title + (i + 2) * NOTE.leading, NOTE.text)),
    ]
    pages.push({
      page: { ...emptyPage(A4.short, A4.long), runs: set.flatMap(({ runs }) => runs) },
      missing: set.flatMap(({ missing }) => missing),
    })
  }
  return pages
}

/** Breaks a text anywhere, as file names have no better places. `width` in points. */
function linesOf(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (widthOf(line + character, 'sans') * size > width && line !== '') {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return [...lines, line]
}

/** A line of text in sans from `x` on, its baseline's box at `y`; all in points. */
export function textRuns(
  text: string,
  x: number,
  y: number,
  size: number,
): { readonly runs: readonly TextRun[]; readonly missing: readonly string[] } {
  const { runs, missing } = splitByFace(text, 'sans')
  return {
    runs: runs.map((run) => ({
      x: x + run.offset * size,
      y,
      text: run.text,
      face: run.face,
      size,
      width: run.width * size,
      spacing: 0,
      role: 'chrome',
    })),
    missing,
  }
}

const emptyPage = (width: number, height: number): LaidOutPage => ({
  width,
  height,
  contentBottom: 0,
  cells: [],
  rules: [],
  runs: [],
  ticks: [],
  slots: [],
  images: [],
})
