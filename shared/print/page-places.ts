import { pathKey, type Path } from '../forms/field'
import type { CellSlot, ContentLine } from './content'
import type { Slot } from './page'
import type { PagePlan } from './plan-pages'

/** What is filled in on one page, told by its plan: nothing need be drawn for it. */
export interface PagePlaces {
  /** One for each slot of the drawn page, in its order. */
  readonly slots: readonly SlotPlace[]
  /** Path keys of the fields whose tick boxes stand there, in heads that are printed again, too. */
  readonly ticked: ReadonlySet<string>
}

export type SlotPlace = Pick<Slot, 'path' | 'kind'>

export function placesOn({ stands }: PagePlan): PagePlaces {
  const slots: SlotPlace[] = []
  const ticked = new Set<string>()
  for (const place of stands) {
    if ('line' in place)
      for (const { content } of place.line.parts) note(content.lines, undefined, true, slots, ticked)
    else
      for (const { set, lines, repeated } of place.part.cells)
        if (!set.cell.diagonal) note(lines, set.content.slot, !repeated, slots, ticked)
  }
  return { slots, ticked }
}

/** In the order of `placeContent`: the cell's own slot, blanks, then one slot for each field with boxes. */
function note(
  lines: readonly ContentLine[],
  own: CellSlot | undefined,
  fillable: boolean,
  slots: SlotPlace[],
  ticked: Set<string>,
): void {
  if (own && fillable) slots.push(own)
  let boxes: Map<string, Path> | undefined
  for (const { items } of lines)
    for (const item of items) {
      if (item.item === 'slot' && fillable) slots.push(item)
      else if (item.item === 'tick') (boxes ??= new Map()).set(pathKey(item.path), item.path)
    }
  if (!boxes) return
  for (const [key, path] of boxes) {
    ticked.add(key)
    if (fillable) slots.push({ path, kind: 'ticks' })
  }
}
