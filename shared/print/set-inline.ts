import { findField, isNumeric, optionValue } from '../forms/field-types'
import type { Path } from '../forms/field'
import type { DrawnPiece } from '../forms/template'
import { breakOffsets, breakText } from './break-text'
import type { Content, ContentLine, Item } from './content'
import { fieldText, type FieldText, type SheetContext } from './field-text'
import { insideWords } from './label-words'
import { widthOf } from './measure'
import { tickOptions, type TickOption } from './options'
import { remembering } from './remember'
import { tickUnit, tickUnitWidth } from './set-options'
import { faceOf, fitValue } from './set-value'
import { OPTION_GAP, TEXT_SIZE, TICK_SIDE, VALUE_LEADING } from './style'

/** Something that keeps its place in a line of mixed text. Widths in points. */
type Unit =
  | { readonly unit: 'text'; readonly text: string; readonly width: number }
  | {
      readonly unit: 'tick'
      readonly option: TickOption
      readonly path: Path
      readonly bare: boolean
      readonly width: number
    }
  | BlankUnit

interface BlankUnit {
  readonly unit: 'blank'
  readonly path: Path
  readonly shown: FieldText
  readonly width: number
  /** How far it may shrink to keep its line together. */
  readonly least: number
  /** Takes what the line has left. */
  readonly flexible: boolean
  readonly underlined: boolean
}

const SIZE = TEXT_SIZE
const LINE = SIZE * VALUE_LEADING
/** Room that a blank without a width of its own wants at least, in em. */
const FLEXIBLE_LEAST = 4
/** No blank gets narrower than this, in em. */
const NARROWEST_BLANK = 2
/** The share of its width that a blank keeps when its line is tight. */
const LEAST_OF_BLANK = 0.5
/** Stands for a box or a blank while breaks are looked for: it behaves as a Han character does. */
const STAND_IN = '国'

/** Lines of text with boxes and blanks in it, wrapped to `width` points between words, boxes and blanks. */
export function setInline(
  sheet: SheetContext,
  lines: readonly (readonly DrawnPiece[])[],
  width: number,
): Content {
  return { flow: 'continue', lines: lines.flatMap((line) => setLine(sheet, line, width)) }
}

/** Width of one line whose blanks take no more room than they need. */
export function inlineWidth(sheet: SheetContext, pieces: readonly DrawnPiece[]): number {
  return unitsOf(sheet, pieces).reduce((sum, unit) => sum + unit.width, 0)
}

function setLine(sheet: SheetContext, pieces: readonly DrawnPiece[], width: number): readonly ContentLine[] {
  const groups = unbreakable(shrinkBlanks(unitsOf(sheet, pieces), width)).map((group) =>
    fitGroup(group, width),
  )
  const rows: Unit[][] = [[]]
  let used = 0
  for (const group of groups) {
    const needed = group.reduce((sum, unit) => sum + unit.width, 0)
    if (used > 0 && used + trimmed(group, needed) > width + 1e-6) {
      rows.push([])
      used = 0
    }
    const isBlankStart = used === 0 && rows.length > 1 && group.length === 1 && isSpace(group[0])
    if (isBlankStart) continue
    rows.at(-1)?.push(...group)
    used += needed
  }
  return rows.filter((row, index) => row.length > 0 || index === 0).map((row) => placeRow(row, width))
}

/** A line that is a little too long gets shorter blanks rather than a second line. */
function shrinkBlanks(units: readonly Unit[], width: number): readonly Unit[] {
  const over = units.reduce((sum, unit) => sum + unit.width, 0) - width
  const spare = units.reduce((sum, unit) => sum + (unit.unit === 'blank' ? unit.width - unit.least : 0), 0)
  if (over <= 0 || spare < over) return units
  return units.map((unit) =>
    unit.unit === 'blank'
      ? { ...unit, width: unit.width - ((unit.width - unit.least) * over) / spare }
      : unit,
  )
}

/** What belongs together and is wider than the line: its blanks give way, and long values go on below themselves. */
function fitGroup(group: readonly Unit[], width: number): readonly Unit[] {
  const blanks = group.filter((unit) => unit.unit === 'blank').reduce((sum, unit) => sum + unit.width, 0)
  const rest = group.reduce((sum, unit) => sum + unit.width, 0) - blanks
  const room = Math.max(width - rest, NARROWEST_BLANK * SIZE)
  if (blanks <= room) return group
  return group.map((unit) =>
    unit.unit === 'blank' ? { ...unit, width: (unit.width * room) / blanks } : unit,
  )
}

const isSpace = (unit: Unit | undefined): boolean => unit?.unit === 'text' && unit.text.trim() === ''

/** Width of a group without the white space at its end, which may hang over the edge. */
function trimmed(group: readonly Unit[], width: number): number {
  const last = group.at(-1)
  if (last?.unit !== 'text') return width
  return width - last.width + widthOf(last.text.trimEnd(), 'serif') * SIZE
}

function unitsOf(sheet: SheetContext, pieces: readonly DrawnPiece[]): readonly Unit[] {
  return pieces.flatMap((piece, index): readonly Unit[] => {
    switch (piece.piece) {
      case 'text':
        return [{ unit: 'text', text: piece.text, width: widthOf(piece.text, 'serif') * SIZE }]
      case 'option': {
        const field = findField(sheet.template, piece.path)
        const options = field ? tickOptions(sheet, field, piece.path) : []
        const option = options.find((found) => found.option === optionValue(piece.option))
        return option ? [tickUnitOf(option, piece.path, piece.bare)] : []
      }
      case 'field':
        return fieldUnits(sheet, pieces, index)
    }
  })
}

function tickUnitOf(option: TickOption, path: Path, bare: boolean): Unit {
  const em = bare ? TICK_SIDE : tickUnitWidth(option.label)
  return { unit: 'tick', option, path, bare, width: em * SIZE }
}

function fieldUnits(sheet: SheetContext, pieces: readonly DrawnPiece[], index: number): readonly Unit[] {
  const piece = pieces[index]
  if (piece?.piece !== 'field') return []
  const shown = fieldText(sheet, piece.path)
  if (shown.field && shown.slot === 'ticks') {
    const options = tickOptions(sheet, shown.field, piece.path)
    return options.flatMap((option, place): readonly Unit[] => {
      const unit = tickUnitOf(option, piece.path, false)
      const gap: Unit = { unit: 'text', text: ' ', width: OPTION_GAP * SIZE }
      return place === 0 ? [unit] : [gap, unit]
    })
  }
  const text = withoutOwnUnit(shown, pieces[index + 1])
  const natural = widthOf(text, faceOf(shown)) * SIZE
  const flexible = piece.width === undefined
  const least = (piece.width ?? FLEXIBLE_LEAST) * SIZE
  const patternRoom = shown.slot === 'text' && shown.role === 'label' ? natural : 0
  const width = flexible
    ? Math.max(least, patternRoom, Math.min(natural, 10 * SIZE))
    : Math.max(least, natural)
  const shrunk = Math.max(width * LEAST_OF_BLANK, shown.role === 'value' ? natural : 0)
  const underlined = !flexible && !isEnclosed(pieces, index)
  const blank = { path: piece.path, shown: { ...shown, text }, width, least: Math.min(width, shrunk) }
  return [{ unit: 'blank', ...blank, flexible, underlined }]
}

/** A number without the per cent sign or unit that the label after its blank prints anyway. */
function withoutOwnUnit({ field, text }: FieldText, next: DrawnPiece | undefined): string {
  if (!field || !isNumeric(field.type) || next?.piece !== 'text') return text
  const own = /[^\d.,\s]+$/u.exec(text)?.[0]
  const after = next.text.trimStart().replace('％', '%')
  return own !== undefined && after.startsWith(own) ? text.slice(0, -own.length).trimEnd() : text
}

/** （　元）: brackets show the blank already. */
function isEnclosed(pieces: readonly DrawnPiece[], index: number): boolean {
  const before = pieces[index - 1]
  return before?.piece === 'text' && /[（(]\s*$/u.test(before.text)
}

const MOST_LINES = 2000

/** Where a line of labels may end; what stands in its boxes and blanks has no part in it. */
const breaksBetweenWords = remembering(
  MOST_LINES,
  (text: string) => text,
  (text): ReadonlySet<number> => {
    const inside = insideWords(text)
    return new Set(breakOffsets(text).filter((at) => !inside.has(at)))
  },
)

/** Groups of units between which a line may end; text is cut at its own break places. */
function unbreakable(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const joined = units.map((unit) => (unit.unit === 'text' ? unit.text : STAND_IN)).join('')
  const breaks = breaksBetweenWords(joined)
  const groups: Unit[][] = [[]]
  let at = 0
  units.forEach((unit, index) => {
    if (unit.unit !== 'text') {
      groups.at(-1)?.push(unit)
      at += STAND_IN.length
      const touchesText = unit.unit === 'blank' && units[index + 1]?.unit === 'text'
      if (breaks.has(at) && !touchesText) groups.push([])
      return
    }
    let from = 0
    for (let to = 1; to <= unit.text.length; to++) {
      const atEnd = to === unit.text.length
      const gluedToBlank = atEnd && units[index + 1]?.unit === 'blank'
      const breaksHere = breaks.has(at + to) && !gluedToBlank
      if (!atEnd && !breaksHere) continue
      const text = unit.text.slice(from, to)
      const whole = from === 0 && atEnd
      groups.at(-1)?.push(whole ? unit : { unit: 'text', text, width: widthOf(text, 'serif') * SIZE })
      from = to
      if (breaksHere) groups.push([])
    }
    at += unit.text.length
  })
  return groups.filter((group) => group.length > 0)
}

/** Gives every unit of one line its place; flexible blanks share what is left over. */
function placeRow(row: readonly Unit[], width: number): ContentLine {
  const fixed = row.reduce((sum, unit) => sum + unit.width, 0)
  const flexible = row.filter((unit) => unit.unit === 'blank' && unit.flexible).length
  const extra = flexible > 0 ? Math.max(0, width - fixed) / flexible : 0
  const setBlanks = new Map<Unit, SetBlank>()
  for (const unit of row) {
    if (unit.unit === 'blank') setBlanks.set(unit, setBlank(unit, unit.width + (unit.flexible ? extra : 0)))
  }
  const height = Math.max(LINE, ...[...setBlanks.values()].map((blank) => blank.height))
  const y = (LINE - height) / 2
  const items: Item[] = []
  let x = 0
  let pending: { text: string; x: number } | null = null
  const flushText = (): void => {
    if (pending && pending.text.trim() !== '') {
      items.push({
        item: 'text',
        x: pending.x,
        y,
        text: pending.text,
        face: 'serif',
        size: SIZE,
        role: 'label',
      })
    }
    pending = null
  }
  for (const unit of row) {
    if (unit.unit === 'text') {
      const natural = widthOf(unit.text, 'serif') * SIZE
      if (Math.abs(natural - unit.width) > 1e-6) flushText()
      else {
        const open: { text: string; x: number } = pending ?? { text: '', x }
        pending = { text: open.text + unit.text, x: open.x }
      }
      x += unit.width
      continue
    }
    flushText()
    if (unit.unit === 'tick') items.push(...tickItems(unit, x, y))
    else items.push(...blankItems(unit, setBlanks.get(unit), x, y, height))
    x += unit.width + (unit.unit === 'blank' && unit.flexible ? extra : 0)
  }
  flushText()
  return { height, width: x, items }
}

function tickItems(unit: Extract<Unit, { unit: 'tick' }>, x: number, y: number): readonly Item[] {
  if (!unit.bare) return tickUnit(unit.option, unit.path, x, y, SIZE)
  const { option, ordinal, ticked } = unit.option
  return [{ item: 'tick', x, y, side: TICK_SIDE * SIZE, path: unit.path, option, ordinal, ticked }]
}

interface SetBlank {
  readonly lines: readonly { readonly text: string; readonly width: number }[]
  readonly size: number
  readonly height: number
  readonly width: number
}

function setBlank(unit: BlankUnit, width: number): SetBlank {
  const face = faceOf(unit.shown)
  const { text, size } = fitValue(unit.shown, face, width)
  const lines = text === '' ? [] : breakText(text, face, [width / size])
  return { lines, size, height: Math.max(1, lines.length) * size * VALUE_LEADING, width }
}

function blankItems(
  unit: BlankUnit,
  blank: SetBlank | undefined,
  x: number,
  y: number,
  height: number,
): readonly Item[] {
  if (!blank) return []
  const items: Item[] = []
  const lineHeight = blank.size * VALUE_LEADING
  const face = faceOf(unit.shown)
  const centred = !unit.flexible
  blank.lines.forEach((line, index) => {
    if (line.text === '') return
    const shift = centred ? Math.max(0, (blank.width - line.width * blank.size) / 2) : 0
    const lineY = y + index * lineHeight
    const { role } = unit.shown
    items.push({
      item: 'text',
      x: x + shift,
      y: lineY,
      text: line.text,
      face,
      size: blank.size,
      role,
      path: unit.path,
    })
  })
  if (unit.underlined) items.push({ item: 'underline', x, y: y + SIZE * 0.62, width: blank.width })
  if (unit.shown.slot !== null) {
    const slotHeight = unit.flexible ? height : lineHeight
    items.push({
      item: 'slot',
      x,
      y: y - LINE / 2,
      width: blank.width,
      height: slotHeight,
      path: unit.path,
      kind: unit.shown.slot,
      size: blank.size,
      lineHeight,
      align: centred ? 'center' : 'left',
      multiline: unit.shown.multiline,
    })
  }
  return items
}
