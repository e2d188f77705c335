import { pathKey } from '../forms/field'
import type { CellSlot, ContentLine, Item, TickItem } from './content'
import type { Box, LaidCell, Slot, TickBox } from './page'
import { boxAround, type SheetBuilder } from './sheet-builder'
import { BASELINE, BLANK_LINE, CSS_DROP, INNER_LINE, PAD_LABEL, PAD_Y } from './style'

/** Where content is to stand. */
export interface Place {
  readonly cell: Box
  /** The inside of the cell. */
  readonly inner: Box
  readonly align: Slot['align']
  readonly vAlign: 'top' | 'middle'
  /** Repeated head cells are printed, not filled in. */
  readonly fillable: boolean
  readonly continued: boolean
}

/** Puts lines, boxes and blanks into their place on the page. */
export function placeContent(
  sheet: SheetBuilder,
  lines: readonly ContentLine[],
  slot: CellSlot | undefined,
  place: Place,
): void {
  const { inner } = place
  const height = lines.reduce((sum, line) => sum + line.height, 0)
  const top = place.vAlign === 'top' ? inner.y : inner.y + (inner.height - height) / 2
  if (slot && place.fillable) sheet.slots.push(cellSlot(slot, height, place))
  const ticks: TickBox[] = []
  let y = top
  for (const line of lines) {
    const middle = y + line.height / 2
    const left = inner.x + alignShift(place.align, inner.width - line.width)
    for (const item of line.items) placeItem(sheet, item, left, middle, place, ticks)
    y += line.height
  }
  if (place.fillable && ticks.length > 0) addTickSlots(sheet, ticks, place)
  sheet.ticks.push(...ticks)
}

function alignShift(align: Slot['align'], spare: number): number {
  if (align === 'left') return 0
  return align === 'center' ? spare / 2 : spare
}

function cellSlot(slot: CellSlot, textHeight: number, place: Place): Slot {
  const { inner, cell, align, continued } = place
  const own = Math.max(textHeight, slot.lineHeight)
  const whole = place.vAlign === 'top' || slot.kind === 'ink'
  const y = (whole ? inner.y : inner.y + (inner.height - own) / 2) - CSS_DROP * slot.size
  const { path, kind, size, lineHeight, multiline } = slot
  const height = whole ? inner.height : own
  const laid = {
    x: inner.x,
    y,
    width: inner.width,
    height,
    path,
    kind,
    size,
    lineHeight,
    multiline,
    cell,
    align,
  }
  return continued ? { ...laid, continued } : laid
}

function placeItem(
  sheet: SheetBuilder,
  item: Item,
  left: number,
  middle: number,
  place: Place,
  ticks: TickBox[],
): void {
  const x = left + item.x
  const y = middle + item.y
  switch (item.item) {
    case 'text':
      sheet.text(x, y + BASELINE * item.size, item.text, item, item)
      return
    case 'tick':
      ticks.push(tickBox(item, x, y, place))
      return
    case 'slot': {
      if (!place.fillable) return
      const { path, kind, size, lineHeight, align, multiline, width, height } = item
      const box = { x, y: y - CSS_DROP * size, width, height }
      sheet.slots.push({ ...box, path, kind, cell: place.cell, size, lineHeight, align, multiline })
      return
    }
    case 'underline':
      sheet.rules.push({ x1: x, y1: y, x2: x + item.width, y2: y, width: BLANK_LINE })
  }
}

function tickBox(item: TickItem, x: number, y: number, place: Place): TickBox {
  const { side, path, option, ordinal, ticked } = item
  const hit =
    item.hitWidth === undefined
      ? place.cell
      : { x, y: y - side * 0.85, width: item.hitWidth, height: side * 1.7 }
  return { x, y: y - side / 2, width: side, height: side, path, option, ticked, hit, ordinal }
}

/** One slot around the boxes of each field in the cell. */
function addTickSlots(sheet: SheetBuilder, ticks: readonly TickBox[], place: Place): void {
  const [first] = ticks
  if (first && ticks.every(({ path }) => path === first.path)) addTickSlot(sheet, first, ticks, place)
  else for (const boxes of byPath(ticks)) if (boxes[0]) addTickSlot(sheet, boxes[0], boxes, place)
}

function addTickSlot(
  sheet: SheetBuilder,
  { path, height }: TickBox,
  boxes: readonly TickBox[],
  { cell }: Place,
): void {
  const size = height / 0.86
  const { x, y, width, height: tall } = boxAround(boxes.map(({ hit }) => hit))
  sheet.slots.push({
    x,
    y,
    width,
    height: tall,
    path,
    kind: 'ticks',
    cell,
    size,
    lineHeight: size * 1.5,
    align: 'left',
    multiline: false,
  })
}

function byPath(ticks: readonly TickBox[]): Iterable<readonly TickBox[]> {
  const groups = new Map<string, TickBox[]>()
  for (const tick of ticks) {
    const key = pathKey(tick.path)
    const group = groups.get(key)
    if (group) group.push(tick)
    else groups.set(key, [tick])
  }
  return groups.values()
}

/** The inside of a cell. */
export function insideOf(cell: Box, padX: number, padTop: number): Box {
  const { x, y, width, height } = cell
  return { x: x + padX, y: y + padTop, width: width - 2 * padX, height: height - padTop - PAD_Y }
}

/** Diagonal head: two parts with one line, three with two, from the top left corner. Parts run from the bottom left. */
export function placeDiagonal(
  sheet: SheetBuilder,
  parts: readonly string[],
  cell: LaidCell,
  size: number,
  widths: readonly number[],
): void {
  const { x, y, width, height } = cell
  const line = (x2: number, y2: number): void => {
    sheet.rules.push({ x1: x, y1: y, x2, y2, width: INNER_LINE })
  }
  const put = (index: number, centerX: number, centerY: number): void => {
    const text = parts[index]
    const half = (widths[index] ?? 0) / 2
    if (text === undefined) return
    const safeX = Math.min(Math.max(centerX, x + half + PAD_LABEL), x + width - half - PAD_LABEL)
    sheet.text(safeX - half, centerY + BASELINE * size, text, { face: 'serif', size }, { role: 'label' })
  }
  if (parts.length <= 2) {
    line(x + width, y + height)
    put(0, x + width * 0.27, y + height - size * 0.85)
    put(1, x + width * 0.73, y + size * 0.85)
    return
  }
  line(x + width / 2, y + height)
  line(x + width, y + height / 2)
  put(0, x + width * 0.16, y + height - size * 0.85)
  // Along the diagonal's end, as far to the right as its own length asks.
  put(1, Math.max(x + width * 0.62, x + width * 0.4 + (widths[1] ?? 0) / 2), y + height * 0.66)
  put(2, x + width * 0.75, y + size * 0.85)
}
