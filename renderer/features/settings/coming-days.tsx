import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { comingDays, daysOff, type Calendar } from '../../../shared/kernel/working-days'
import { isoDayText } from '../../i18n'

/** A year's worth: what lies farther ahead nobody plans by. */
const SHOWN = 8

/** Holidays and make-up workdays that are still to come, the nearest first. */
export function ComingDays({ calendar, day }: { readonly calendar: Calendar; readonly day: string }) {
  const { t } = useTranslation('calendar')
  const { holidays, makeUpWorkdays } = comingDays(calendar, day)
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '3fr 2fr', gap: 6, mt: 3 }}>
      <Days
        title={t('holidays')}
        days={holidays.slice(0, SHOWN).map((holiday) => ({
          key: holiday.from,
          name: holiday.name,
          text: t('span', {
            from: isoDayText(holiday.from),
            to: isoDayText(holiday.to),
            count: daysOff(holiday).length,
          }),
        }))}
      />
      <Days
        title={t('makeUps')}
        days={makeUpWorkdays
          .slice(0, SHOWN)
          .map(({ day: on, name }) => ({ key: on, name, text: isoDayText(on) }))}
      />
    </Box>
  )
}

interface DaysProps {
  readonly title: string
  readonly days: readonly { readonly key: string; readonly name: string; readonly text: ReactNode }[]
}

function Days({ title, days }: DaysProps) {
  const { t } = useTranslation('calendar')
  const id = useId()
  return (
    <div>
      <Box id={id} sx={{ fontSize: 13, color: 'var(--zk-ink-soft)', mb: 1 }}>
        {title}
      </Box>
      {days.length === 0 ? (
        <Typography variant="body2">{t('noneComing')}</Typography>
      ) : (
        <Box component="ul" aria-labelledby={id} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {days.map(({ key, name, text }) => (
            <Typography key={key} component="li" variant="body2" sx={{ display: 'flex', gap: 3, py: 0.5 }}>
              <Box component="span" sx={{ width: 60, flex: 'none', fontWeight: 600 }}>
                {name}
              </Box>
              <span>{text}</span>
            </Typography>
          ))}
        </Box>
      )}
    </div>
  )
}
