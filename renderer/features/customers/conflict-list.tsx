import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { pathKey } from '../../../shared/forms/field'
import type { Conflict } from '../../db'
import { whenText } from '../../i18n'
import { useServices } from '../../stores'
import { Panel, Section } from '../../ui'
import { formNames } from '../history'
import { masterForm } from './master-form'

export interface ConflictListProps {
  readonly conflicts: readonly Conflict[]
  readonly readOnly: boolean
  readonly onSettle: (conflict: Conflict, dot: string) => void
}

/** Fields that were written apart: every value with who and when, to choose one. */
export function ConflictList({ conflicts, readOnly, onSettle }: ConflictListProps) {
  const { t } = useTranslation('customers')
  const { t: history } = useTranslation(['history', 'editor', 'common'])
  const { clock } = useServices()
  const names = formNames(history, masterForm)
  if (conflicts.length === 0) return null
  return (
    <Section title={t('conflicts.title')}>
      <Panel sx={{ p: 4 }}>
        {conflicts.map((conflict) => {
          const label = names.field(conflict.path)
          return (
            <Box key={pathKey(conflict.path)} sx={{ '& + &': { mt: 4 } }}>
              <Box sx={{ mb: 1.5 }}>{t('conflicts.intro', { label })}</Box>
              {conflict.survivors.map(({ dot, value, person, at }) => {
                const shown = value === null ? t('conflicts.empty') : names.value(conflict.path, value)
                return (
                  <Box key={dot} sx={{ display: 'flex', alignItems: 'center', gap: 3, py: 0.5 }}>
                    <Box component="span" data-selectable sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                      {shown}
                    </Box>
                    <Box component="span" sx={{ fontSize: 12, color: 'var(--zk-ink-soft)' }}>
                      {`${whenText(at, clock.now())} · ${person?.name ?? t('conflicts.somebody')}`}
                    </Box>
                    {!readOnly && (
                      <Button
                        aria-label={t('conflicts.keepLabel', { label, value: shown })}
                        onClick={() => {
                          onSettle(conflict, dot)
                        }}
                      >
                        {t('conflicts.keep')}
                      </Button>
                    )}
                  </Box>
                )
              })}
            </Box>
          )
        })}
      </Panel>
    </Section>
  )
}
