import { memo, useState } from 'react'
import type { Field } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'
import { useEditing } from './editing'
import { optionDigit } from './keys'
import { onDesk } from './place'
import type { Desk } from './place'
import type { PlacedTick } from './stops'
import { isTicked, ticked, tickKind } from './tick-values'

export interface TickStopProps {
  readonly stopKey: string
  readonly name: string
  readonly field: Field
  readonly value: FieldValue | undefined
  readonly ticks: readonly PlacedTick[]
  readonly desk: Desk
  readonly invalid: boolean
  readonly readOnly: boolean
  readonly describedBy: string | undefined
}

/** The tick boxes of one field: a click, a digit, or the arrows and the space bar. */
export const TickStop = memo(function TickStop(props: TickStopProps) {
  const { stopKey, field, value, ticks, desk } = props
  const editing = useEditing()
  const kind = tickKind(field)
  const [reached, setReached] = useState<number | null>(null)
  const firstTicked = ticks.findIndex(({ tick }) => isTicked(field, value, tick.option))
  const current = Math.min(reached ?? Math.max(0, firstTicked), ticks.length - 1)

  const tick = (index: number): boolean => {
    const option = ticks[index]?.tick.option
    if (option === undefined || props.readOnly) return false
    setReached(index)
    editing.set(stopKey, ticked(field, value, option))
    return true
  }

  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const digit = optionDigit(event.key)
    const byDigit = digit === null ? -1 : ticks.findIndex(({ tick: each }) => each.ordinal === digit)
    if (byDigit >= 0) {
      event.preventDefault()
      // A scale is filled by one digit each: the same digit again means the same rung, not none.
      const option = ticks[byDigit]?.tick.option ?? ''
      if (kind !== 'rating') tick(byDigit)
      else if (isTicked(field, value, option) || tick(byDigit)) editing.moveOn(stopKey)
      focusOption(event.currentTarget, byDigit, kind === 'rating')
      return
    }
    const step = arrowStep(event.key)
    if (step !== 0) {
      event.preventDefault()
      const next = (current + step + ticks.length) % ticks.length
      setReached(next)
      focusOption(event.currentTarget, next, false)
    } else if (event.key === ' ') {
      event.preventDefault()
      tick(current)
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && !props.readOnly) {
      event.preventDefault()
      editing.set(stopKey, null)
    }
  }

  return (
    <div
      className="zk-stop-ticks"
      data-stop={stopKey}
      role={kind === 'many' ? 'group' : 'radiogroup'}
      aria-label={props.name}
      {...(kind === 'many'
        ? {}
        : {
            'aria-required': field.required,
            'aria-invalid': props.invalid,
            'aria-readonly': props.readOnly,
          })}
      aria-describedby={props.describedBy}
      onKeyDown={onKeyDown}
    >
      {ticks.map(({ page, tick: box }, index) => {
        const hit = onDesk(desk, page, box.hit)
        return (
          <span
            key={box.option}
            className="zk-stop-option"
            role={kind === 'many' ? 'checkbox' : 'radio'}
            aria-checked={isTicked(field, value, box.option)}
            aria-label={box.option}
            aria-disabled={props.readOnly}
            tabIndex={index === current ? 0 : -1}
            style={{ left: hit.x, top: hit.y, width: hit.width, height: hit.height }}
            onFocus={() => {
              editing.focused(stopKey)
              setReached(index)
            }}
            onBlur={() => {
              setReached(null)
            }}
            onClick={() => {
              tick(index)
            }}
          />
        )
      })}
    </div>
  )
})

function arrowStep(key: string): -1 | 0 | 1 {
  if (key === 'ArrowRight' || key === 'ArrowDown') return 1
  return key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0
}

/** Moves the focus within the group, unless it is about to leave it. */
function focusOption(group: HTMLElement, index: number, leaving: boolean): void {
  if (leaving) return
  const option = group.querySelectorAll<HTMLElement>('.zk-stop-option')[index]
  option?.focus()
}
