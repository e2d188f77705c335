import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import { pathKey } from '../../../shared/forms/field'
import type { Conflict } from '../../db'
import { whenText } from '../../i18n'
import { useServices } from '../../stores'
import { Panel } from '../../ui'
import { formNames } from '../history'
import { SidePanel } from './side-panel'
import { fieldName } from './stop-names'

export interface ConflictPanelProps {
  readonly conflicts: readonly Conflict[]
  readonly template: Template
  readonly values: FormValues
  readonly onSettle: (conflict: Conflict, dot: string) => void
  readonly onClose: () => void
}

/** Fields that people filled in apart from each other: every value with who and when, to choose one. */
export function ConflictPanel({ conflicts, template, values, onSettle, onClose }: ConflictPanelProps) {
  const { t } = useTranslation('editor')
  const { t: history } = useTranslation(['history', 'editor', 'common'])
  const { clock } = useServices()
  const names = formNames(history, template)
  return (
    <SidePanel title={t('panel.conflict')} onClose={onClose}>
      {conflicts.map((conflict) => (
        <Box key={pathKey(conflict.path)} component="section" sx={{ mb: 5 }}>
          <Typography variant="body2" sx={{ mb: 2 }}>
            {t('panel.conflictIntro', { label: fieldName(t, template, values, conflict.path) })}
          </Typography>
          {conflict.survivors.map(({ dot, value, person, at }) => {
            const shown = value === null ? t('panel.empty') : names.value(conflict.path, value)
            return (
              <Panel key={dot} sx={{ p: 3, mb: 2 }}>
                <Box data-selectable sx={{ overflowWrap: 'anywhere', fontWeight: 600 }}>
                  {shown}
                </Box>
                <Typography variant="caption" color="text.secondary" component="div" sx={{ mb: 2 }}>
                  {whenText(at, clock.now())} · {person?.name ?? t('panel.somebody')}
                </Typography>
                <Button
                  aria-label={`${t('panel.choose')} ${shown}`}
                  onClick={() => {
                    onSettle(conflict, dot)
                  }}
                >
                  {t('panel.choose')}
                </Button>
              </Panel>
            )
          })}
        </Box>
      ))}
    </SidePanel>
  )
}
