import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import { useLive } from '../../db'
import { whenText } from '../../i18n'
import { useServices } from '../../stores'
import { historyLine, toldSteps } from './history-text'
import { SidePanel } from './side-panel'

export interface HistoryPanelProps {
  readonly recordId: string
  readonly template: Template
  readonly values: FormValues
  readonly onClose: () => void
}

/** Who changed what, when: newest first. */
export function HistoryPanel({ recordId, template, values, onClose }: HistoryPanelProps) {
  const { t } = useTranslation('editor')
  const { t: common } = useTranslation()
  const { workingCopy, clock } = useServices()
  const entries = useLive(() => workingCopy.records.history(recordId), [workingCopy, recordId])
  const words = { t, state: (state: 'draft' | 'submitted' | 'closed' | 'void') => common(`state.${state}`) }
  return (
    <SidePanel title={t('panel.history')} onClose={onClose}>
      {entries?.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {t('panel.historyEmpty')}
        </Typography>
      ) : null}
      <Box
        component="ol"
        sx={{ listStyle: 'none', m: 0, ml: 1, p: 0, pl: 3, borderLeft: '2px solid var(--zk-hairline)' }}
      >
        {[...(entries ?? [])].reverse().map((entry) => (
          <Box component="li" key={entry.dot} data-selectable sx={{ mb: 4 }}>
            <Typography variant="caption" color="text.secondary">
              {whenText(entry.at, clock.now())} · {entry.person?.name ?? t('panel.somebody')}
            </Typography>
            {toldSteps(entry.steps).map((step, i) => {
              const line = historyLine(words, template, values, step)
              if (!line) return null
              return (
                <Box key={i} sx={{ mt: 1, overflowWrap: 'anywhere', fontSize: 13 }}>
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {line.what}
                  </Box>{' '}
                  {line.after}
                  {line.before === null ? null : (
                    <Typography variant="caption" color="text.secondary" component="div">
                      {t('panel.from', { before: line.before })}
                    </Typography>
                  )}
                </Box>
              )
            })}
          </Box>
        ))}
      </Box>
    </SidePanel>
  )
}
