import { pathKey } from '../../forms/field'
import type { ContentLine, Item, SlotItem, TextItem } from '../content'
import { fieldText, type SheetContext } from '../field-text'
import { widthOf } from '../measure'
import { TEXT_SIZE, TICK_GAP, TICK_SIDE } from '../style'
import type { ExcelRun } from './sheet'

const EMPTY_BOX = '□'
const TICKED_BOX = '☑'

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
  const runs: { text: string; underlined: boolean }[] = []
  const push = (text: string, underlined: boolean): void => {
    const last = runs.at(-1)
    if (text === '') return
    if (last?.underlined === underlined) last.text += text
    else runs.push({ text, underlined })
  }
  lines.forEach((line, index) => {
    if (index > 0) push('\n', false)
    const em = sizeOf(line)
    let x = 0
    for (const atom of atomsOf(sheet, line)) {
      if (atom.text === '') continue
      push(spaces((atom.x - x) / em), false)
      push(atom.text, atom.underlined)
      x = atom.x + atom.width
    }
  })
  return runs.map(({ text, underlined }) => (underlined ? { text, underlined } : { text }))
}

/** The size that a line is set in. */
function sizeOf(line: ContentLine): number {
  const sizes = line.items.flatMap((item) =>
    item.item === 'text' || item.item === 'slot' ? [item.size] : [],
  )
  return Math.max(...sizes, 0) || TEXT_SIZE
}

function atomsOf(sheet: SheetContext, line: ContentLine): readonly Atom[] {
  const slots = line.items.filter((item) => item.item === 'slot')
  const atoms: Atom[] = slots.map((slot) => blankAtom(sheet, slot, line.items))
  for (const item of line.items) {
    if (item.item === 'text' && !slots.some((slot) => isIn(item, slot))) {
      const width = widthOf(item.text, item.face) * item.size
      atoms.push({ x: item.x, width, text: item.text, underlined: false })
    }
    if (item.item === 'tick') {
      // The box of Excel's fonts is a whole em wide: it takes the gap to its label with it.
      const width = ((TICK_SIDE + TICK_GAP) * item.side) / TICK_SIDE
      atoms.push({ x: item.x, width, text: item.ticked ? TICKED_BOX : EMPTY_BOX, underlined: false })
    }
  }
  return atoms.sort((a, b) => a.x - b.x)
}

const isIn = (item: TextItem, slot: SlotItem): boolean =>
  item.path !== undefined && pathKey(item.path) === pathKey(slot.path)

/** A blank with what stands in it. */
function blankAtom(sheet: SheetContext, slot: SlotItem, items: readonly Item[]): Atom {
  const lines = items.filter((item) => item.item === 'text' && isIn(item, slot)) as readonly TextItem[]
  // Over several lines it is taken from the record: the spaces at the breaks are not part of the lines.
  const value = lines.length > 1 ? fieldText(sheet, slot.path).text : (lines[0]?.text ?? '')
  const underlined = items.some((item) => item.item === 'underline' && Math.abs(item.x - slot.x) < 0.01)
  const room = slot.width / slot.size
  const natural = widthOf(value, lines[0]?.face ?? 'sans')
  const text = underlined ? inMiddle(value, room - natural) : value === '' ? empty(room) : value
  return { x: slot.x, width: Math.max(slot.width, natural * slot.size), text, underlined }
}

function inMiddle(value: string, spare: number): string {
  if (value === '') return empty(spare)
  const side = spaces(Math.max(0, spare) / 2)
  return `${side}${value}${side}`
}

/** Room for a pen. */
const empty = (em: number): string => '\u3000'.repeat(Math.max(1, Math.floor(em + 0.1)))

/** Full-width spaces, and a half one, that fill `em`. */
function spaces(em: number): string {
  if (em < LEAST_SPACE) return ''
  const half = em - Math.floor(em)
  return '\u3000'.repeat(Math.floor(em)) + (half >= LEAST_SPACE ? ' ' : '')
}
