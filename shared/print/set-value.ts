import type { FieldType, Path } from '../forms/field'
import { breakText, longestStretch } from './break-text'
import type { Content, ContentLine, Item } from './content'
import type { FieldText } from './field-text'
import { widthOf } from './measure'
import type { Face } from './page'
import { LEAST_SIZE, SIZE_STEP, TEXT_SIZE, VALUE_LEADING } from './style'

/** What should stay on one line: it is set smaller before it is broken. */
const ONE_LINE: ReadonlySet<FieldType['type'] | undefined> = new Set<FieldType['type']>([
  'number',
  'money',
  'percent',
  'date',
  'time',
  'dateTime',
  'month',
  'year',
  'phone',
  'idNumber',
  'creditCode',
  'serial',
  'computed',
  'person',
])

/** What is set down to this size before it is broken. */
const SHORT: ReadonlySet<FieldType['type'] | undefined> = new Set<FieldType['type']>([
  'text',
  'customer',
  'email',
])
const LEAST_SHORT = 9

export interface FittedValue {
  readonly text: string
  readonly size: number
}

/** A value's text and size for `width` points, before it is broken: smaller rather than cut where no break belongs. */
export function fitValue(shown: FieldText, face: Face, width: number): FittedValue {
  if (shown.role === 'label' && shown.slot !== null) {
    return fitPattern(shown.text, face, width)
  }
  const { text } = shown
  const natural = widthOf(text, face)
  if (natural * TEXT_SIZE <= width) return { text, size: TEXT_SIZE }
  // A name that is a character or two too long: a little smaller reads better than a last character on its own line.
  if (SHORT.has(shown.field?.type.type) && natural * LEAST_SHORT <= width && !text.includes('\n')) {
    return { text, size: Math.floor((width / natural) * 2) / 2 }
  }
  const whole = ONE_LINE.has(shown.field?.type.type) ? natural : longestStretch(text, face)
  let size = TEXT_SIZE
  while (size > LEAST_SIZE && whole * size > width) size -= SIZE_STEP
  return { text, size: whole * size > width ? TEXT_SIZE : size }
}

/** 　　年　　月　　日 on one line: with less room for the pen where the cell is narrow, then smaller. */
function fitPattern(pattern: string, face: Face, width: number): FittedValue {
  const narrow = pattern.replace(/(?!^)\u3000+/gu, '　')
  const least = narrow.replace(/^\u3000+/u, '')
  for (const text of [pattern, narrow]) {
    if (widthOf(text, face) * TEXT_SIZE <= width) return { text, size: TEXT_SIZE }
  }
  let size = TEXT_SIZE
  while (size > LEAST_SIZE && widthOf(least, face) * size > width) size -= SIZE_STEP
  const fits = widthOf(least, face) * size <= width
  return { text: fits ? least : least.replace(/\u3000/gu, ''), size }
}

/** A short text of several lines, at full size, in a cell that has the room for them. */
function wrapsWithin({ field, role, text }: FieldText, face: Face, width: number, height: number): boolean {
  if (role !== 'value' || !SHORT.has(field?.type.type)) return false
  if (longestStretch(text, face) * TEXT_SIZE > width) return false
  return breakText(text, face, [width / TEXT_SIZE]).length * TEXT_SIZE * VALUE_LEADING <= height + 1e-6
}

export const faceOf = (shown: FieldText): Face => (shown.role === 'value' ? 'sans' : 'serif')

/**
 * The value of a field that has a cell to itself, in lines of at most `width` points. Where the cell is high enough for
 * the lines of its full size, it is not set smaller.
 */
export function setValue(shown: FieldText, path: Path, width: number, height: number): Content {
  const face = faceOf(shown)
  const fitted = fitValue(shown, face, width)
  // What has its full size already does not ask for the height.
  const { text, size } =
    fitted.size < TEXT_SIZE && wrapsWithin(shown, face, width, height)
      ? { text: shown.text, size: TEXT_SIZE }
      : fitted
  const lineHeight = size * VALUE_LEADING
  const broken = text === '' ? [] : breakText(text, face, [width / size])
  const lines: ContentLine[] = broken.map((line) => {
    const items: readonly Item[] =
      line.text === ''
        ? []
        : [{ item: 'text', x: 0, y: 0, text: line.text, face, size, role: shown.role, path }]
    return { height: lineHeight, width: line.width * size, items }
  })
  if (shown.slot === null) return { flow: 'repeat', lines }
  const slot = { path, kind: shown.slot, size, lineHeight, multiline: shown.multiline }
  return { flow: 'continue', lines, slot }
}
