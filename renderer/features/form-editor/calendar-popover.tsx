import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addMonths, calendarMove, monthWeeks, partsOf } from './calendar'
import type { IsoDay } from './calendar'

export interface CalendarPopoverProps {
  /** Pixels of the desk: under the cell. */
  readonly x: number
  readonly y: number
  readonly chosen: IsoDay | null
  readonly today: IsoDay
  /** Takes the focus at once (opened by key) or leaves it in the field (opened by click). */
  readonly takeFocus: boolean
  readonly onPick: (day: IsoDay | null) => void
  readonly onClose: () => void
}

const days = [0, 1, 2, 3, 4, 5, 6] as const

/** A month to choose a day from: Monday first; arrows, Page Up and Down, Home and End, Enter. */
export function CalendarPopover(props: CalendarPopoverProps) {
  const { t } = useTranslation('editor')
  const [reached, setReached] = useState<IsoDay>(props.chosen ?? props.today)
  const [focusGrid, setFocusGrid] = useState(props.takeFocus)
  const box = useRef<HTMLDivElement>(null)
  const { year, month } = partsOf(reached)

  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [])
  useEffect(() => {
    if (focusGrid) box.current?.querySelector<HTMLElement>(`[data-day="${reached}"]`)?.focus()
  }, [reached, focusGrid])

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      props.onClose()
      return
    }
    const inGrid = event.target instanceof HTMLElement && event.target.dataset['day'] !== undefined
    const to = inGrid ? calendarMove(event.key, reached) : null
    if (to !== null) {
      event.preventDefault()
      setFocusGrid(true)
      setReached(to)
    } else if (event.key === 'Enter' || event.key === 'Tab' || event.key === ' ') {
      // These belong to the calendar's own buttons, not to the sheet.
      event.stopPropagation()
    }
  }

  return (
    <Box
      ref={box}
      role="dialog"
      aria-label={t('calendar.title')}
      className="zk-popover"
      data-popover=""
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        // A click in the calendar leaves the caret in the field.
        event.preventDefault()
      }}
      sx={{ left: props.x, top: props.y, width: 252, p: 2 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
        <Button
          variant="text"
          aria-label={t('calendar.previous')}
          onClick={() => {
            setReached(addMonths(reached, -1))
          }}
        >
          ‹
        </Button>
        <Box sx={{ flex: 1, textAlign: 'center', fontWeight: 600 }} aria-live="polite">
          {t('calendar.month', { year, month })}
        </Box>
        <Button
          variant="text"
          aria-label={t('calendar.next')}
          onClick={() => {
            setReached(addMonths(reached, 1))
          }}
        >
          ›
        </Button>
      </Box>
      <table className="zk-calendar" role="grid" aria-label={t('calendar.month', { year, month })}>
        <thead>
          <tr>
            {days.map((day) => (
              <th key={day} scope="col">
                {t(`calendar.weekdays.d${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(reached).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const at = partsOf(day)
                return (
                  <td key={day} role="gridcell" aria-selected={day === props.chosen}>
                    <button
                      type="button"
                      data-day={day}
                      tabIndex={day === reached ? 0 : -1}
                      aria-label={t('calendar.day', at)}
                      aria-current={day === props.today ? 'date' : undefined}
                      data-outside={at.month === month ? undefined : ''}
                      data-chosen={day === props.chosen ? '' : undefined}
                      onClick={() => {
                        props.onPick(day)
                      }}
                    >
                      {at.date}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: 1 }}>
        <Button
          variant="text"
          onClick={() => {
            props.onPick(props.today)
          }}
        >
          {t('calendar.today')}
        </Button>
        <Button
          variant="text"
          onClick={() => {
            props.onPick(null)
          }}
        >
          {t('calendar.clear')}
        </Button>
      </Box>
    </Box>
  )
}
