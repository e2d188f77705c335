import { pathKey, type Path } from '../../forms/field'
import type { ContentLine, Item } from '../content'
import { fieldText, type SheetContext } from '../field-text'
import { widthOf } from '../measure'
import { TICK_GAP, TICK_SIDE } from '../style'
import type { ExcelRun } from './sheet'

export const EMPTY_BOX = '□'
export const TICKED_BOX = '☑'

/** Something in a line that keeps its place. Points. */
interface Atom {
  readonly x: number
  readonly width: number
  readonly text: string
  readonly underlined: boolean
}

/** Less than this is the room that a printer leaves between characters; in em. */
const LEAST_SPACE = 0.4

/**
 * Set lines as a text whose spaces keep boxes and blanks at their places; each line that was set is a line. What a person
 * filled in stands whole at its place, never broken: only printed text has line ends.
 */
export function textOfLines(sheet: SheetContext, lines: readonly ContentLine[]): readonly ExcelRun[] {
  const written = new Set<string>()
  const runs: { text: string; underlined: boolean }[] = []
  const push = (text: string, underlined: boolean): void => {
    const last = runs.at(-1)
    if (text === '') return
    if (last?.underlined === underlined) last.text += text
    else runs.push({ text, underlined })
  }
  lines.forEach((line, index) => {
    if (index > 0) push('\n', false)
    let x = 0
    for (const atom of atomsOf(sheet, line, written)) {
      if (atom.text !== '') {
        push(spaces((atom.x - x) / sizeOf(line)), false)
        push(atom.text, atom.underlined)
        x = atom.x + atom.width
      }
    }
  })
  return runs.map(({ text, underlined }) => (underlined ? { text, underlined } : { text }))
}

const sizeOf = (line: ContentLine): number => {
  for (const item of line.items) {
    if (item.item === 'text' || item.item === 'slot') return item.size
    if (item.item === 'tick') return item.side / TICK_SIDE
  }
  return 10.5
}

function atomsOf(sheet: SheetContext, line: ContentLine, written: Set<string>): readonly Atom[] {
  const slots = line.items.filter((item) => item.item === 'slot')
  const underlines = line.items.filter((item) => item.item === 'underline')
  const atoms: Atom[] = []
  for (const item of line.items) {
    // The text of a blank is written with its slot.
    const owned = item.item === 'text' && item.path && slots.some((slot) => same(slot.path, item.path))
    if (owned) continue
    const atom = atomOf(sheet, item, underlines, written)
    if (atom) atoms.push(atom)
  }
  return atoms.sort((a, b) => a.x - b.x)
}

const same = (one: Path, other: Path | undefined): boolean =>
  other !== undefined && pathKey(one) === pathKey(other)

function atomOf(
  sheet: SheetContext,
  item: Item,
  underlines: readonly { readonly x: number; readonly width: number }[],
  written: Set<string>,
): Atom | null {
  switch (item.item) {
    case 'text':
      return { x: item.x, width: widthOf(item.text, item.face) * item.size, text: item.text, underlined: false }
    case 'tick': {
      const size = item.side / TICK_SIDE
      // The box of Excel's fonts is a whole em wide: it takes the gap to its label with it.
      return {
        x: item.x,
        width: (TICK_SIDE + TICK_GAP) * size,
        text: item.ticked ? TICKED_BOX : EMPTY_BOX,
        underlined: false,
      }
    }
    case 'slot': {
      const key = pathKey(item.path)
      if (written.has(key)) return null
      written.add(key)
      const underlined = underlines.some((line) => Math.abs(line.x - item.x) < 0.01)
      const room = item.width / item.size
      const value = shownIn(sheet, item.path, room)
      const text = underlined ? centred(value, room) : value === '' ? '\u3000'.repeat(Math.floor(room)) : value
      return { x: item.x, width: Math.max(item.width, widthOf(value, 'sans') * item.size), text, underlined }
    }
    case 'underline':
      return null
  }
}

/** What is printed in a blank; a unit that the label after it prints anyway is not said twice. */
function shownIn(sheet: SheetContext, path: Path, room: number): string {
  const { text, role } = fieldText(sheet, path)
  if (role === 'label') return widthOf(text, 'serif') <= room + 0.01 ? text : ''
  return text
}

/** A value in the middle of its underlined blank. */
function centred(value: string, room: number): string {
  const spare = Math.max(0, room - widthOf(value, 'sans'))
  const side = spaces(spare / 2)
  return `${side}${value}${side}` === '' ? '\u3000' : `${side}${value}${side}`
}

/** Full-width spaces, and a half one, that fill `em`. */
function spaces(em: number): string {
  if (em < LEAST_SPACE) return ''
  const half = em - Math.floor(em)
  return '\u3000'.repeat(Math.floor(em)) + (half >= LEAST_SPACE ? ' ' : '')
}
