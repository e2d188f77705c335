import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseCalendarFile, type CalendarFailure } from '../../../shared/kernel/calendar-file'
import { daysBetween } from '../../../shared/kernel/dates'
import type { Calendar, CalendarYear } from '../../../shared/kernel/working-days'
import { useLive } from '../../db'
import { calendarFailureParts, failureText, isoDayText } from '../../i18n'
import { today } from '../../platform'
import { usePersonRef, useServices } from '../../stores'
import { useNotices } from '../../ui'
import { CalendarFormat } from './calendar-format'
import { ComingDays } from './coming-days'

/** Days before its end from which on the calendar asks to be updated. */
const WARN_DAYS = 60

/** How far the calendar of working days reaches, what is to come, and the way to bring it up to date from a file. */
export function CalendarSettings() {
  const { t } = useTranslation('calendar')
  const { bridge, clock, workingCopy } = useServices()
  const by = usePersonRef()
  const notices = useNotices()
  const calendar = useLive(() => workingCopy.calendar.current(), [workingCopy])
  const own = useLive(() => workingCopy.calendar.own(), [workingCopy]) ?? []
  const [failed, setFailed] = useState<{ name: string; failure: CalendarFailure } | null>(null)
  const [isFormatShown, setFormatShown] = useState(false)
  if (!calendar) return null
  const day = today(clock)

  const take = async (name: string, text: string) => {
    const years = parseCalendarFile(text)
    if (!years.ok) {
      setFailed({ name, failure: years.error })
      return
    }
    const saved = await workingCopy.calendar.save(years.value, by)
    if (!saved.ok) {
      notices.warn(failureText(saved.error))
      return
    }
    const named = years.value.map(({ year }) => t('spanYear', { year })).join(t('place.separator'))
    notices.tell(t('updated', { years: named }))
  }
  const update = async () => {
    setFailed(null)
    const chosen = await bridge.call('calendar:choose', null)
    if (!chosen.ok) notices.warn(failureText(chosen.error))
    else if (chosen.value) await take(chosen.value.name, chosen.value.text)
  }
  const drop = async ({ year }: CalendarYear) => {
    const dropped = await workingCopy.calendar.drop(year, by)
    if (dropped.ok) notices.tell(t('dropped', { year }))
    else notices.warn(failureText(dropped.error))
  }
  return (
    <>
      <Reach calendar={calendar} day={day} />
      <ComingDays calendar={calendar} day={day} />
      {own.map((year) => (
        <Box key={year.year} sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 2 }}>
          <Typography variant="body2" data-selectable sx={{ flex: 1, overflowWrap: 'anywhere' }}>
            {year.source === undefined
              ? t('ownYear', { year: year.year })
              : t('ownYearFrom', { year: year.year, source: year.source })}
          </Typography>
          <Button
            aria-label={t('dropYear', { year: year.year })}
            disabled={workingCopy.readOnly}
            onClick={() => void drop(year)}
          >
            {t('drop')}
          </Button>
        </Box>
      ))}
      <Box sx={{ display: 'flex', gap: 2, mt: 3 }}>
        <Button disabled={workingCopy.readOnly} onClick={() => void update()}>
          {t('update')}
        </Button>
        <Button
          onClick={() => {
            setFormatShown(true)
          }}
        >
          {t('formatOpen')}
        </Button>
      </Box>
      {failed && <Failed name={failed.name} failure={failed.failure} />}
      {isFormatShown && (
        <CalendarFormat
          calendar={calendar}
          onClose={() => {
            setFormatShown(false)
          }}
        />
      )}
    </>
  )
}

function Reach({ calendar, day }: { readonly calendar: Calendar; readonly day: string }) {
  const { t } = useTranslation('calendar')
  const { reachesTo } = calendar
  if (reachesTo === null) return <Typography>{t('reachNone')}</Typography>
  const count = daysBetween(day, reachesTo) ?? 0
  const year = Number(reachesTo.slice(0, 4)) + 1
  return (
    <>
      <Typography>{t('reach', { day: isoDayText(reachesTo) })}</Typography>
      {count < WARN_DAYS && (
        <Typography
          variant="body2"
          sx={{
            mt: 2,
            px: 3,
            py: 2,
            borderRadius: 1,
            bgcolor: 'var(--zk-amber-soft)',
            color: 'var(--zk-amber-text)',
          }}
        >
          {count < 0 ? t('reachOver', { year: day.slice(0, 4) }) : t('reachSoon', { count, year })}
        </Typography>
      )}
    </>
  )
}

function Failed({ name, failure }: { readonly name: string; readonly failure: CalendarFailure }) {
  const { happened, kept, todo, faults } = calendarFailureParts(failure, name)
  return (
    <Box role="alert" data-selectable sx={{ mt: 3, color: 'var(--zk-seal-text)', overflowWrap: 'anywhere' }}>
      <Typography variant="body2">{happened}</Typography>
      {faults.length > 0 && (
        <Box component="ul" sx={{ my: 1, pl: 5 }}>
          {faults.map((fault) => (
            <Typography key={fault} component="li" variant="body2">
              {fault}
            </Typography>
          ))}
        </Box>
      )}
      <Typography variant="body2">{kept}</Typography>
      <Typography variant="body2">{todo}</Typography>
    </Box>
  )
}
