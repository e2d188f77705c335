import { memo } from 'react'
import type { FieldValue } from '../../../shared/forms/values'
import { DateStop } from './date-stop'
import type { Misread } from './editing'
import { onDesk } from './place'
import type { Desk } from './place'
import type { Stop } from './stops'
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

/** Every layout makes new objects; what was not touched looks the same and is not drawn again. */
function sameView(a: StopViewProps, b: StopViewProps): boolean {
  return (
    a.desk.scale === b.desk.scale &&
    a.name === b.name &&
    a.active === b.active &&
    a.invalid === b.invalid &&
    a.readOnly === b.readOnly &&
    a.misread === b.misread &&
    a.describedBy === b.describedBy &&
    a.stop.field === b.stop.field &&
    JSON.stringify([a.value, a.stop.path, places(a)]) === JSON.stringify([b.value, b.stop.path, places(b)])
  )
}

function places({ stop, desk }: StopViewProps): unknown {
  return [
    stop.slots.map(({ page, slot }) => [onDesk(desk, page, slot), slot.cell, slot.size, slot.lineHeight]),
    stop.ticks.map(({ page, tick }) => onDesk(desk, page, tick.hit)),
  ]
}
