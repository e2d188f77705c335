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

export function setLineBlock(sheet: SheetContext, block: LineBlock, width: number): SetLine {
  const count = block.parts.length
  const column = width / Math.max(1, count)
  const parts = printNames(sheet.template, block.parts).map((pieces, index) => {
    const last = index === count - 1
    const room = last ? column : column - PART_GAP
    const content = setInline(sheet, [pieces], room)
    const natural = Math.min(room, inlineWidth(sheet, pieces))
    const flushRight = block.place === 'caption' && last && count > 1
    const x = index * column + (flushRight ? Math.max(0, room - natural) : 0)
    return flushRight
      ? { content: setInline(sheet, [pieces], natural + 0.01), x, width: natural }
      : { content, x, width: room }
  })
  return { place: block.place, height: Math.max(...parts.map((part) => heightOf(part.content)), 0), parts }
}
