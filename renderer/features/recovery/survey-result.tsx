import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Survey, WholeParts } from '../../../shared/ipc/recovery'
import { sizeText } from '../../i18n'
import { hurtText, noteText } from './hurt-text'
import { diagnose } from './model'

/** Lines of one kind that are listed; a folder can hold thousands of strange files. */
const MOST_LISTED = 100

/** What a check has found: how much is whole, what is not, and what does no harm. */
export function SurveyResult({ survey }: { readonly survey: Survey }) {
  const { t } = useTranslation('recovery')
  const { hurt, notes, todo } = diagnose(survey)
  const isWhole = hurt.length === 0
  return (
    <Box role={isWhole ? 'status' : 'alert'}>
      <Typography sx={{ fontWeight: 600, color: isWhole ? 'var(--zk-green-text)' : 'var(--zk-seal-text)' }}>
        {isWhole ? t('verdict.whole') : t('verdict.hurt', { count: hurt.length })}
      </Typography>
      <Lines label={t('hurt.label')} lines={hurt.map(hurtText)}>
        {todo.map((each) => (
          <Typography key={each} variant="body2" sx={{ mt: 1, textWrap: 'pretty' }}>
            {t(`todo.${each}`)}
          </Typography>
        ))}
      </Lines>
      <Counts whole={survey.whole} />
      <Lines label={t('notes.label')} lines={notes.map(noteText)} quiet />
    </Box>
  )
}

interface LinesProps {
  readonly label: string
  readonly lines: readonly string[]
  readonly quiet?: boolean
  readonly children?: ReactNode
}

function Lines({ label, lines, quiet = false, children }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <Box sx={{ mt: 4 }}>
      <Typography variant="body2" component="h3" sx={{ fontWeight: 600 }}>
        {label}
      </Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 4.5, display: 'grid', gap: 1 }}>
        {lines.slice(0, MOST_LISTED).map((line, at) => (
          <Typography
            component="li"
            variant="body2"
            data-selectable
            // Two files can be told of in the same words.
            key={`${at} ${line}`}
            sx={{
              overflowWrap: 'anywhere',
              textWrap: 'pretty',
              color: quiet ? 'var(--zk-ink-soft)' : 'var(--zk-ink)',
            }}
          >
            {line}
          </Typography>
        ))}
        {lines.length > MOST_LISTED && <More count={lines.length - MOST_LISTED} />}
      </Box>
      {children}
    </Box>
  )
}

function More({ count }: { readonly count: number }) {
  const { t } = useTranslation('recovery')
  return (
    <Typography component="li" variant="body2" color="textSecondary">
      {t('more', { count })}
    </Typography>
  )
}

function Counts({ whole }: { readonly whole: WholeParts }) {
  const { t } = useTranslation('recovery')
  const number = (count: number) => count.toLocaleString('en-US')
  const facts = [
    [t('counts.records'), number(whole.records)],
    [t('counts.customers'), number(whole.customers)],
    [t('counts.attachments'), number(whole.attachments)],
    [t('counts.templates'), number(whole.templates)],
    [t('counts.changes'), t('counts.changesText', { count: whole.changes, writers: whole.writers })],
    [t('counts.files'), t('counts.filesText', { count: whole.files, size: sizeText(whole.bytes) })],
  ] as const
  return (
    <Box sx={{ mt: 4 }}>
      <Typography variant="body2" component="h3" sx={{ fontWeight: 600 }}>
        {t('counts.label')}
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          mt: 1,
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(210px, 1fr))',
          gap: 2,
        }}
      >
        {facts.map(([name, value]) => (
          <Box key={name}>
            <Box component="dt" sx={{ fontSize: 12, color: 'var(--zk-ink-soft)' }}>
              {name}
            </Box>
            <Box component="dd" data-selectable sx={{ m: 0, fontSize: 14 }}>
              {value}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
