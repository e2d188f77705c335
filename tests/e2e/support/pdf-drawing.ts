import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist'

/** What is drawn on a page of a PDF. All lengths in millimetres from the page's top left, sizes of letters in points. */
export interface DrawnPage {
  readonly width: number
  readonly height: number
  readonly texts: readonly DrawnText[]
  /** Straight strokes, one by one; a rectangle is four. */
  readonly strokes: readonly Stroke[]
  /** What would keep text from being seen: invisible or pale letters. Empty on a page whose text is all visible. */
  readonly unseen: readonly string[]
}

export interface DrawnText {
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly width: number
  /** Points. */
  readonly size: number
}

export interface Stroke {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

export const MM_PER_POINT = 25.4 / 72

export async function drawnPages(bytes: Uint8Array): Promise<readonly DrawnPage[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await task.promise
  const pages: DrawnPage[] = []
  for (let number = 1; number <= pdf.numPages; number += 1)
    pages.push(await drawnPage(await pdf.getPage(number)))
  await task.destroy()
  return pages
}

async function drawnPage(page: PDFPageProxy): Promise<DrawnPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const texts = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[]
    return apart({
      text: item.str,
      x: x * MM_PER_POINT,
      baseline: (height - y) * MM_PER_POINT,
      width: item.width * MM_PER_POINT,
      size: Math.hypot(a, b),
    })
  })
  return { width: width * MM_PER_POINT, height: height * MM_PER_POINT, texts, ...(await inkOf(page, height)) }
}

/** pdf.js joins two heads that stand close beside each other in their columns to one text with a space in it. */
function apart(text: DrawnText): readonly DrawnText[] {
  const em = text.size * MM_PER_POINT
  const [left = '', right, ...more] = text.text.split(' ')
  const isWide = /^[\u2E80-\uFFEF]+$/u
  if (right === undefined || more.length > 0 || !isWide.test(left) || !isWide.test(right)) return [text]
  const [first, second] = [left.length * em, right.length * em]
  return [
    { ...text, text: left, width: first },
    { ...text, text: right, x: text.x + text.width - second, width: second },
  ]
}

/** a b c d e f of the PDF's current transformation matrix. */
type Matrix = readonly [number, number, number, number, number, number]

const within = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

/** pdf.js's codes inside a path: moveTo, lineTo, curveTo, quadraticCurveTo, closePath; and how many numbers follow. */
const pathNumbers = [2, 2, 6, 4, 0] as const

async function inkOf(page: PDFPageProxy, height: number): Promise<Pick<DrawnPage, 'strokes' | 'unseen'>> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const strokes: Stroke[] = []
  const unseen: string[] = []
  let state = { matrix: [1, 0, 0, 1, 0, 0] as Matrix, fill: '#000000', mode: 0 }
  const saved: (typeof state)[] = []
  fnArray.forEach((operation, at) => {
    const args = argsArray[at] as readonly unknown[] | null
    switch (operation) {
      case OPS.save:
        saved.push(state)
        break
      case OPS.restore:
        state = saved.pop() ?? state
        break
      case OPS.transform:
        state = { ...state, matrix: within(state.matrix, args as unknown as Matrix) }
        break
      case OPS.setFillRGBColor:
        state = { ...state, fill: String(args?.[0]) }
        break
      case OPS.setTextRenderingMode:
        state = { ...state, mode: Number(args?.[0]) }
        break
      case OPS.showText:
        if (state.mode === 3 || brightness(state.fill) > 0.5) {
          unseen.push(`${glyphText(args?.[0])} (mode ${String(state.mode)}, ${state.fill})`)
        }
        break
      case OPS.constructPath: {
        const [painting, [path]] = args as [number, [ArrayLike<number> | null]]
        if (path && painting === OPS.stroke) strokes.push(...straight(path, state.matrix, height))
        break
      }
      default:
    }
  })
  return { strokes, unseen }
}

function straight(path: ArrayLike<number>, matrix: Matrix, height: number): readonly Stroke[] {
  const strokes: Stroke[] = []
  const place = (x: number, y: number) => ({
    x: (matrix[0] * x + matrix[2] * y + matrix[4]) * MM_PER_POINT,
    y: (height - (matrix[1] * x + matrix[3] * y + matrix[5])) * MM_PER_POINT,
  })
  let start = place(0, 0)
  let last = start
  let at = 0
  while (at < path.length) {
    const code = path[at] ?? 4
    const count = pathNumbers[code as 0 | 1 | 2 | 3 | 4]
    const next = code === 4 ? start : place(path[at + count - 1] ?? 0, path[at + count] ?? 0)
    if (code === 0) start = next
    else strokes.push({ x1: last.x, y1: last.y, x2: next.x, y2: next.y })
    last = next
    at += count + 1
  }
  return strokes
}

/** 0 black … 1 white, of #rrggbb. */
function brightness(colour: string): number {
  const parts = [1, 3, 5].map((from) => parseInt(colour.slice(from, from + 2), 16))
  return parts.reduce((sum, part) => sum + part, 0) / (3 * 255)
}

const glyphText = (glyphs: unknown): string =>
  (glyphs as readonly { readonly unicode?: string }[])
    .map((glyph) => (typeof glyph === 'object' ? (glyph.unicode ?? '') : ''))
    .join('')
