import { memo } from 'react'
import { pathKey } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'
import type { Box } from '../../../shared/print/page'
import { DateStop } from './date-stop'
import type { Misread } from './editing'
import { onDesk } from './place'
import type { Desk } from './place'
import type { PlacedSlot, Stop } from './stops'
import { SuggestStop } from './suggest-stop'
import { TextStop } from './text-stop'
import { TickStop } from './tick-stop'

export interface StopViewProps {
  readonly stop: Stop
  readonly desk: Desk
  readonly name: string
  readonly value: FieldValue | undefined
  readonly misread: Misread | undefined
  readonly active: boolean
  readonly invalid: boolean
  readonly readOnly: boolean
  readonly describedBy: string | undefined
}

/** The input of one stop, in the kind that its field asks for. */
export const StopView = memo(function StopView(props: StopViewProps) {
  const { stop, desk, value, invalid, readOnly, name, describedBy } = props
  if (stop.kind === 'ticks') {
    const { key, field, ticks } = stop
    return <TickStop {...{ stopKey: key, name, field, value, ticks, desk, invalid, readOnly, describedBy }} />
  }
  const first = stop.slots[0]
  if (!first) return null
  const { page, slot } = first
  const cell = onDesk(desk, page, slot.cell)
  const popover = { x: cell.x, y: cell.y + cell.height + 3, width: cell.width }
  const { size, lineHeight, align } = slot
  const text = {
    stopKey: stop.key,
    field: stop.field,
    ...onDesk(desk, page, slot),
    scale: desk.scale,
    ...{ name, value, size, lineHeight, align, invalid, readOnly, describedBy },
    misread: props.misread,
    active: props.active,
  }
  const { type } = stop.field.type
  if (type === 'date') return <DateStop {...text} popover={popover} />
  if (type === 'person' || type === 'customer') return <SuggestStop {...text} popover={popover} />
  return <TextStop {...text} />
}, sameView)

/** A layout makes new objects for a page that it draws anew; what was not touched there looks the same and is not drawn again. */
function sameView(a: StopViewProps, b: StopViewProps): boolean {
  return (
    a.desk.scale === b.desk.scale &&
    a.name === b.name &&
    a.active === b.active &&
    a.invalid === b.invalid &&
    a.readOnly === b.readOnly &&
    a.misread === b.misread &&
    a.describedBy === b.describedBy &&
    (a.value === b.value || JSON.stringify(a.value) === JSON.stringify(b.value)) &&
    sameStop(a.stop, b.stop) &&
    samePages(a, b)
  )
}

function sameStop(a: Stop, b: Stop): boolean {
  if (a === b) return true
  return (
    a.field === b.field &&
    (a.path === b.path || pathKey(a.path) === pathKey(b.path)) &&
    a.slots.length === b.slots.length &&
    a.slots.every((placed, index) => sameSlot(placed, b.slots[index])) &&
    a.ticks.length === b.ticks.length &&
    a.ticks.every(({ page, tick }, index) => {
      const other = b.ticks[index]
      return page === other?.page && tick.option === other.tick.option && sameBox(tick.hit, other.tick.hit)
    })
  )
}

function sameSlot(a: PlacedSlot, b: PlacedSlot | undefined): boolean {
  return (
    a.page === b?.page &&
    (a.slot === b.slot ||
      (sameBox(a.slot, b.slot) &&
        sameBox(a.slot.cell, b.slot.cell) &&
        a.slot.size === b.slot.size &&
        a.slot.lineHeight === b.slot.lineHeight))
  )
}

const sameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/** The pages of a stop lie where they lay. */
function samePages({ stop, desk }: StopViewProps, now: StopViewProps): boolean {
  if (desk === now.desk) return true
  return [...stop.slots, ...stop.ticks].every(({ page }) => {
    const [before, after] = [desk.pages[page], now.desk.pages[page]]
    return before?.x === after?.x && before?.y === after?.y
  })
}
