import type { Template } from '../forms/template'
import { cleanText } from './clean'
import type { Letterhead } from './layout-input'
import { widthOf } from './measure'
import type { StampMark } from './page'
import type { SheetBuilder } from './sheet-builder'
import { isNote } from './stamp'
import {
  BASELINE,
  BLANK_LINE,
  CHROME_SIZE,
  LEAST_SIZE,
  LETTERHEAD_HEIGHT,
  MM,
  SIZE_STEP,
  TITLE_SIZE,
  TITLE_SPACING,
  type PageShape,
} from './style'

const LOGO_GAP = 5
const MOST_LOGO_WIDTH = 120

/** Figures that are filled in by hand say so: nobody must take them for counted ones. */
const BY_HAND = '手工填报'

/** Logo, firm and department at the left, the form's code at the right. */
export function placeLetterhead(
  sheet: SheetBuilder,
  letterhead: Letterhead,
  template: Pick<Template, 'code' | 'kind'>,
  shape: PageShape,
): void {
  const code = codeLine(template)
  let x = shape.left
  if (letterhead.logo) {
    const box = logoSize(letterhead.logo)
    const { source } = letterhead.logo
    sheet.images.push({ x, y: shape.top + LETTERHEAD_HEIGHT - box.height, ...box, source })
    x += box.width + LOGO_GAP
  }
  const middle = shape.top + LETTERHEAD_HEIGHT / 2
  const y = middle + BASELINE * CHROME_SIZE
  const codeWidth = widthOf(code, 'serif') * CHROME_SIZE
  const firm = firmLine(letterhead)
  const size = fit(widthOf(firm, 'serif'), CHROME_SIZE, shape.right - codeWidth - 2 * CHROME_SIZE - x)
  sheet.text(x, y, firm, { face: 'serif', size }, { role: 'chrome' })
  sheet.text(shape.right - codeWidth, y, code, { face: 'serif', size: CHROME_SIZE }, { role: 'chrome' })
}

/** The size in points at which a logo stands in the letterhead. */
export function logoSize({ width, height }: NonNullable<Letterhead['logo']>): {
  readonly width: number
  readonly height: number
} {
  const scale = Math.min(LETTERHEAD_HEIGHT / Math.max(1, height), MOST_LOGO_WIDTH / Math.max(1, width))
  return { width: width * scale, height: height * scale }
}

/** Firm and department on one line. */
export const firmLine = ({ firm, department = '' }: Letterhead): string =>
  cleanText([firm, department].join('　')).replace(/\n/gu, ' ').trim()

/** What stands at the right of the letterhead. */
export const codeLine = ({ code, kind }: Pick<Template, 'code' | 'kind'>): string =>
  kind === 'stats' ? `${BY_HAND}　${code}` : code

/** The form's title in the middle, on further pages with （续）. A long one is set tighter, then smaller. */
export function placeTitle(
  sheet: SheetBuilder,
  template: Template,
  continued: boolean,
  shape: PageShape,
): void {
  const room = shape.right - shape.left
  const title = continued ? `${template.title}（续）` : template.title
  const count = Array.from(title).length
  const natural = widthOf(title, 'serifBold')
  const spread = natural + (count - 1) * TITLE_SPACING
  const size = fit(natural, TITLE_SIZE, room)
  const spacing =
    spread * size <= room
      ? TITLE_SPACING * size
      : Math.max(0, (room - natural * size) / Math.max(1, count - 1))
  const width = natural * size + (count - 1) * spacing
  const y = shape.titleTop + TITLE_SIZE * 0.75 + BASELINE * size
  const x = shape.left + (room - width) / 2
  sheet.text(x, y, title, { face: 'serifBold', size, spacing }, { role: 'chrome' })
}

const BINDING_WORD = ['装', '订', '线']
const DASH = 4

/** 装订线 in the middle of the room that is kept at the left, `room` millimetres wide: dashes with the word between. */
export function placeBindingLine(sheet: SheetBuilder, room: number, shape: PageShape): void {
  const x = shape.left - (room * MM) / 2
  const from = shape.top
  const length = shape.bodyBottom - from
  const words = BINDING_WORD.map((character, index) => {
    const y = from + (length * (index + 1)) / (BINDING_WORD.length + 1)
    sheet.text(
      x - CHROME_SIZE / 2,
      y + BASELINE * CHROME_SIZE,
      character,
      { face: 'serif', size: CHROME_SIZE },
      { role: 'chrome' },
    )
    return y
  })
  for (let y = from; y < shape.bodyBottom; y += 2 * DASH) {
    const beside = words.some((word) => Math.abs(word - y - DASH / 2) < CHROME_SIZE)
    if (!beside) sheet.rules.push({ x1: x, y1: y, x2: x, y2: y + DASH, width: BLANK_LINE })
  }
}

/** 第 1 页 共 3 页, at the foot of the sheet. */
export function placePageNumber(sheet: SheetBuilder, page: number, pages: number, shape: PageShape): void {
  const text = `第 ${page} 页　共 ${pages} 页`
  const x = (shape.left + shape.right - widthOf(text, 'serif') * CHROME_SIZE) / 2
  sheet.text(x, shape.numberY, text, { face: 'serif', size: CHROME_SIZE }, { role: 'chrome' })
}

/** The largest size at which `em` fits into `room`, down to the least. */
function fit(em: number, size: number, room: number): number {
  let fitting = size
  while (fitting > LEAST_SIZE && em * fitting > room) fitting -= SIZE_STEP
  return fitting
}

const STAMP_SIZE = 40
const STAMP_SPACING = 0.3
const STAMP_ANGLE = 18

/** A note stands this high, flat at the right below the code. */
const NOTE_SIZE = 9

/** 作废 across the sheet, in the middle of what is printed; 已更正 n 次 small at the right of the title. */
export function stampMark(stamp: string, bottom: number, shape: PageShape): StampMark | undefined {
  const text = cleanText(stamp).replace(/\n/gu, ' ').trim()
  const count = Array.from(text).length
  if (count === 0) return undefined
  if (isNote(text)) {
    const width = (widthOf(text, 'serifBold') + 1) * NOTE_SIZE
    const height = NOTE_SIZE * 1.6
    const place = { centerX: shape.right - width / 2, centerY: shape.titleTop + height / 2 }
    return { text, ...place, width, height, angle: 0, size: NOTE_SIZE, spacing: 0 }
  }
  const room = (shape.right - shape.left) * 0.7
  const em = widthOf(text, 'serifBold') + (count - 1) * STAMP_SPACING
  const size = Math.max(LEAST_SIZE, Math.min(STAMP_SIZE, room / em))
  return {
    text,
    centerX: (shape.left + shape.right) / 2,
    centerY: (shape.titleTop + bottom) / 2,
    width: em * size + size,
    height: size * 1.6,
    angle: STAMP_ANGLE,
    size,
    spacing: STAMP_SPACING * size,
  }
}
