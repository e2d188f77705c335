import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { writeCalendarFile } from '../../../shared/kernel/calendar-file'
import type { Calendar } from '../../../shared/kernel/working-days'
import { failureText } from '../../i18n'
import { useServices } from '../../stores'
import { ReadDialog, useNotices } from '../../ui'

/** What a calendar file looks like. The example is the last year that is known: real days, to be written over. */
export function CalendarFormat({
  calendar,
  onClose,
}: {
  readonly calendar: Calendar
  readonly onClose: () => void
}) {
  const { t } = useTranslation('calendar')
  const { bridge } = useServices()
  const notices = useNotices()
  const last = calendar.years.at(-1)
  const year = last?.year ?? ''
  const text = last ? writeCalendarFile([last]) : ''
  const save = async () => {
    const suggestedName = t('exampleName', { year })
    const saved = await bridge.call('calendar:save', { text, suggestedName })
    if (!saved.ok) notices.warn(failureText(saved.error))
    else if (saved.value.path !== null) notices.tell(t('exampleSaved', { path: saved.value.path }))
  }
  return (
    <ReadDialog title={t('formatTitle')} width="sm" long onClose={onClose}>
      <Typography variant="body2">{t('formatText')}</Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', mt: 4, mb: 1 }}>
        <Box sx={{ flex: 1, fontSize: 13, color: 'var(--zk-ink-soft)' }}>{t('exampleLabel')}</Box>
        <Button onClick={() => void save()}>{t('exampleSave')}</Button>
      </Box>
      <Box
        component="pre"
        data-selectable
        sx={{ m: 0, p: 3, borderRadius: 1, bgcolor: 'var(--zk-hover)', fontSize: 12, whiteSpace: 'pre-wrap' }}
      >
        {text}
      </Box>
    </ReadDialog>
  )
}
