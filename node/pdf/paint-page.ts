import type { Face, LaidOutPage, RuleLine, StampMark, TextRun, TickBox } from '../../shared/print/page'
import { textRuns } from '../../shared/print/extra-page'
import { BASELINE } from '../../shared/print/style'
import { BOX_STROKE_WIDTH, TICK_STROKE, TICK_STROKE_WIDTH } from '../../shared/print/tick-shape'
import type { DocumentFont } from './document-font'
import type { InsideDocument } from './pdfkit-inside'

/** `mark`: small words at the foot of every page. */
export type DocumentFonts = Readonly<Record<Face, DocumentFont>> & { readonly mark?: string }

/** A number as PDF writes it: thousandths of a point are finer than any printer. */
const num = (value: number): string => String(Math.round(value * 1000) / 1000)

/** Seal red, #B3392F. */
const SEAL = '0.702 0.224 0.184'

/**
 * Writes one laid-out page (all but its images) into pdfkit's current page as PDF operators. Ink is black: office
 * printers rasterise greys and dark blues into dots.
 */
export function paintPage(document: InsideDocument, page: LaidOutPage, fonts: DocumentFonts): void {
  const { height } = page
  const out: string[] = [
    // pdfkit's pages count downwards; these operators count upwards, as PDF does.
    `q 1 0 0 -1 0 ${num(height)} cm`,
    '0 G 0 g',
    ...page.rules.map((rule) => paintRule(rule, height)),
    ...page.ticks.map((tick) => paintTick(tick, height)),
    'BT',
    ...paintRuns(
      document,
      fonts.mark === undefined ? page.runs : [...page.runs, ...markOf(fonts.mark, height)],
      height,
      fonts,
    ),
    'ET',
    ...(page.stamp ? paintStamp(document, page.stamp, height, fonts) : []),
    'Q',
  ]
  document.addContent(out.join('\n'))
}

/** Points from the left and the lower edge; nearer to the edge office printers clip. */
const MARK_AT = { left: 28, bottom: 20, size: 8 }

const markOf = (mark: string, height: number): readonly TextRun[] =>
  textRuns(mark, MARK_AT.left, height - MARK_AT.bottom, MARK_AT.size).runs

function paintRule({ x1, y1, x2, y2, width }: RuleLine, height: number): string {
  return `${num(width)} w ${num(x1)} ${num(height - y1)} m ${num(x2)} ${num(height - y2)} l S`
}

function paintTick(tick: TickBox, height: number): string {
  const side = tick.width
  const stroke = BOX_STROKE_WIDTH * side
  // The stroke lies inside the box.
  const inset = stroke / 2
  const bottom = height - tick.y - tick.height
  const size = num(side - stroke)
  const box = `${num(stroke)} w ${num(tick.x + inset)} ${num(bottom + inset)} ${size} ${size} re S`
  if (!tick.ticked) return tick.bare ? '' : box
  const points = TICK_STROKE.map(([x, y]) => `${num(tick.x + x * side)} ${num(height - tick.y - y * side)}`)
  const [first = '', ...rest] = points
  const tail = rest.map((point) => `${point} l`).join(' ')
  return `${tick.bare ? '' : box}\nq ${num(TICK_STROKE_WIDTH * side)} w 1 J 1 j ${first} m ${tail} S Q`
}

function paintRuns(
  document: InsideDocument,
  runs: readonly TextRun[],
  height: number,
  fonts: DocumentFonts,
): readonly string[] {
  let font = ''
  let spacing = 0
  return runs.flatMap((run) => {
    const lines: string[] = []
    const own = fonts[run.face]
    const wanted = `/${own.use(document)} ${num(run.size)} Tf`
    if (wanted !== font) lines.push((font = wanted))
    if (run.spacing !== spacing) {
      spacing = run.spacing
      lines.push(`${num(spacing)} Tc`)
    }
    lines.push(`1 0 0 1 ${num(run.x)} ${num(height - run.y)} Tm <${own.encode(run.text)}> Tj`)
    return lines
  })
}

/** Points from which a stamp's word is drawn as an outline; below, its strokes would run together. */
const OUTLINED_FROM = 16

/** A framed word, turned about its centre. A large one only in outlines, so that what lies under it stays readable. */
function paintStamp(
  document: InsideDocument,
  stamp: StampMark,
  pageHeight: number,
  fonts: DocumentFonts,
): readonly string[] {
  const { text, width, height, size, spacing, angle } = stamp
  const radians = (angle * Math.PI) / 180
  const cos = Math.cos(radians)
  const sin = Math.sin(radians)
  const turn = [cos, sin, -sin, cos].map((value) => String(Math.round(value * 1e6) / 1e6)).join(' ')
  const font = fonts.serifBold
  const textWidth = width - size
  const outlined = size >= OUTLINED_FROM
  const frame = (line: number, inset: number) =>
    `${line} w ${num(inset - width / 2)} ${num(inset - height / 2)} ${num(width - 2 * inset)} ${num(height - 2 * inset)} re S`
  return [
    'q',
    `${turn} ${num(stamp.centerX)} ${num(pageHeight - stamp.centerY)} cm`,
    `${SEAL} RG ${SEAL} rg`,
    ...(outlined ? [frame(2.4, 0), frame(0.8, 4)] : [frame(0.6, 0)]),
    `BT /${font.use(document)} ${num(size)} Tf ${num(spacing)} Tc ${outlined ? '1 Tr 1.1 w' : '0 Tr'}`,
    `1 0 0 1 ${num(-textWidth / 2)} ${num(-BASELINE * size)} Tm <${font.encode(text)}> Tj 0 Tc 0 Tr ET`,
    'Q',
  ]
}
