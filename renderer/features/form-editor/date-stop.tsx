import { useState } from 'react'
import { today } from '../../platform'
import { useServices } from '../../stores'
import { CalendarPopover } from './calendar-popover'
import { useEditing } from './editing'
import type { Popover } from './popover'
import { TextStop } from './text-stop'
import type { TextStopProps } from './text-stop'

export interface DateStopProps extends TextStopProps {
  readonly popover: Popover
}

/** A day: typed in any usual way, or chosen from a calendar (Alt ↓, or a click into the cell). */
export function DateStop({ popover, ...text }: DateStopProps) {
  const { clock } = useServices()
  const editing = useEditing()
  const [open, setOpen] = useState<'byKey' | 'byClick' | null>(null)
  const shown = open !== null && text.active && !text.readOnly
  const focusField = () => {
    document.querySelector<HTMLElement>(`textarea[data-stop="${CSS.escape(text.stopKey)}"]`)?.focus()
  }
  return (
    <>
      <TextStop
        {...text}
        onTyped={() => {
          setOpen(null)
        }}
        onClick={() => {
          setOpen('byClick')
        }}
        onKeyDown={(event) => {
          if ((event.altKey && event.key === 'ArrowDown') || event.key === 'F4') {
            event.preventDefault()
            setOpen('byKey')
          } else if (event.key === 'Escape' && shown) {
            event.preventDefault()
            setOpen(null)
          } else if (event.key === 'Enter' || event.key === 'Tab') {
            setOpen(null)
          }
        }}
      />
      {shown ? (
        <CalendarPopover
          key={open}
          x={popover.x}
          y={popover.y}
          chosen={typeof text.value === 'string' ? text.value : null}
          today={today(clock)}
          takeFocus={open === 'byKey'}
          onPick={(day) => {
            setOpen(null)
            focusField()
            editing.set(text.stopKey, day)
          }}
          onClose={() => {
            setOpen(null)
            focusField()
          }}
        />
      ) : null}
    </>
  )
}
