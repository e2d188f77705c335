import { printNames } from '../forms/grid/resolve'
import type { LineBlock } from '../forms/template'
import { heightOf, type Content } from './content'
import type { SheetContext } from './field-text'
import { inlineWidth, setInline } from './set-inline'
import { TEXT_SIZE } from './style'

/** A caption over a table or a foot under it: its parts side by side. Points, from the table's left edge. */
export interface SetLine {
  readonly place: LineBlock['place']
  readonly height: number
  readonly parts: readonly { readonly content: Content; readonly x: number; readonly width: number }[]
}

/** Between neighbouring parts. */
const PART_GAP = TEXT_SIZE

/** How far a part of a caption stands from the left of its share: the last at the right edge, of three the middle one centred. */
function captionShift(index: number, count: number, column: number, natural: number): number {
  if (count > 1 && index === count - 1) return Math.max(0, column - natural)
  return count === 3 && index === 1 ? Math.max(0, (column - natural) / 2) : 0
}

export function setLineBlock(sheet: SheetContext, block: LineBlock, width: number): SetLine {
  const count = block.parts.length
  const column = width / Math.max(1, count)
  const parts = printNames(sheet.template, block.parts).map((pieces, index) => {
    const room = index === count - 1 ? column : column - PART_GAP
    const content = setInline(sheet, [pieces], room)
    const natural = Math.min(room, inlineWidth(sheet, pieces))
    const shift = block.place === 'caption' ? captionShift(index, count, column, natural) : 0
    return shift > 0
      ? { content: setInline(sheet, [pieces], natural + 0.01), x: index * column + shift, width: natural }
      : { content, x: index * column, width: room }
  })
  return { place: block.place, height: Math.max(...parts.map((part) => heightOf(part.content)), 0), parts }
}
