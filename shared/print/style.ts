import type { Paper } from '../forms/template'

/** Points in a millimetre. */
export const MM = 72 / 25.4

/** 五号, the size of forms. */
export const TEXT_SIZE = 10.5
/** Nothing is printed smaller. */
export const LEAST_SIZE = 8
export const SIZE_STEP = 0.5
/** Firm, form code and page number: 小五. */
export const CHROME_SIZE = 9
export const TITLE_SIZE = 18
/** Letter spacing of the title, in em. */
export const TITLE_SPACING = 0.25

/** Line heights in em: labels are set tighter than what people write. */
export const LABEL_LEADING = 1.25
export const VALUE_LEADING = 1.5
/** Step from character to character in a vertical label, in em. */
export const VERTICAL_STEP = 1.16

/** From the middle of a line box down to the baseline, in em: puts the middle of Han characters on the middle. */
export const BASELINE = 0.38
/** How much lower CSS sets the baseline in a line box of the same height ((ascent − descent) ÷ 2 − BASELINE). */
export const CSS_DROP = 0.055

/** Between a cell's line and its text. */
export const PAD_X = 5.5
export const PAD_LABEL = 3
export const PAD_LEAST = 1.5
export const PAD_Y = 2.5
/** Above a text that begins at the top of its cell. */
export const PAD_TOP = 5
/** The least height of a line that people write on by hand. */
export const LEAST_ROW = 7 * MM

export const FRAME_LINE = 0.9
export const INNER_LINE = 0.5
export const BLANK_LINE = 0.4

/** Side of a tick box, the gap to its label, and the gap to the next option, in em. */
export const TICK_SIDE = 0.86
export const TICK_GAP = 0.34
export const OPTION_GAP = 1.3

export interface PageShape {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  /** Top edge of the letterhead, and where the body begins and must end. */
  readonly top: number
  readonly titleTop: number
  readonly bodyTop: number
  readonly bodyBottom: number
  /** Baseline of the page number. */
  readonly numberY: number
}

/** Millimetres upright. 16K is China's own 16开. */
const SIZES: Readonly<Record<Paper['size'], readonly [width: number, height: number, side: number]>> = {
  A3: [297, 420, 20],
  A4: [210, 297, 20],
  B5: [176, 250, 15],
  '16K': [184, 260, 15],
}

/** Height of the letterhead band: the same with and without a logo, so that a logo never pushes a form to a second page. */
export const LETTERHEAD_HEIGHT = 20
const TITLE_BAND = TITLE_SIZE * 1.5
const TITLE_GAP = 7

export function pageShape(paper: Paper): PageShape {
  const [shorter, longer, side] = SIZES[paper.size]
  const upright = paper.orientation === 'portrait'
  const width = (upright ? shorter : longer) * MM
  const height = (upright ? longer : shorter) * MM
  const top = 13 * MM
  const titleTop = top + LETTERHEAD_HEIGHT
  return {
    width,
    height,
    left: side * MM,
    right: width - side * MM,
    top,
    titleTop,
    bodyTop: titleTop + TITLE_BAND + TITLE_GAP,
    bodyBottom: height - 16 * MM,
    numberY: height - 9 * MM,
  }
}
