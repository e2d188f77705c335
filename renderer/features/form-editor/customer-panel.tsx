import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { SheetState } from './use-sheet-state'
import { useServices } from '../../stores'
import { whenText } from '../../i18n'
import { Panel } from '../../ui'
import { formNames } from '../history'
import type { MasterChange } from './master-changes'
import { SidePanel } from './side-panel'
import { fieldName } from './stop-names'

export interface CustomerPanelProps {
  readonly state: SheetState
  readonly changes: readonly MasterChange[]
  readonly onTake: (changes: readonly MasterChange[]) => void
  readonly onIgnore: () => void
  readonly onClose: () => void
}

/** What the customer's file says otherwise than this record, since when and by whom; to be taken one by one. */
export function CustomerPanel({ state, changes, onTake, onIgnore, onClose }: CustomerPanelProps) {
  const { t } = useTranslation('editor')
  const { t: history } = useTranslation(['history', 'editor', 'common'])
  const { clock } = useServices()
  const { template, values } = state
  const names = formNames(history, template)
  const shown = (path: MasterChange['path'], value: MasterChange['here']) =>
    value === null ? t('panel.empty') : names.value(path, value)
  return (
    <SidePanel title={t('customer.panel')} onClose={onClose}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 3 }}>
        {t(changes.length === 0 ? 'customer.panelNone' : 'customer.panelIntro')}
      </Typography>
      {changes.length === 0 ? null : (
        <Box sx={{ display: 'flex', gap: 2, mb: 3 }}>
          <Button
            variant="contained"
            color="primary"
            onClick={() => {
              onTake(changes)
            }}
          >
            {t('customer.takeAll')}
          </Button>
          <Button onClick={onIgnore}>{t('customer.ignore')}</Button>
        </Box>
      )}
      {changes.map((change) => {
        const label = fieldName(t, template, values, change.path)
        return (
          <Panel key={change.key} sx={{ p: 3, mb: 2 }}>
            <Typography variant="body2" sx={{ fontWeight: 600, mb: 1 }}>
              {label}
            </Typography>
            <Box
              component="dl"
              data-selectable
              sx={{
                m: 0,
                mb: 1,
                display: 'grid',
                gridTemplateColumns: 'auto 1fr',
                columnGap: 3,
                '& dt': { color: 'var(--zk-ink-soft)', fontSize: 12.5 },
                '& dd': { m: 0, overflowWrap: 'anywhere' },
              }}
            >
              <dt>{t('customer.here')}</dt>
              <dd>{shown(change.path, change.here)}</dd>
              <dt>{t('customer.there')}</dt>
              <dd>{shown(change.path, change.there)}</dd>
            </Box>
            <Typography variant="caption" color="text.secondary" component="div" sx={{ mb: 2 }}>
              {whenText(change.at, clock.now())} · {change.who === '' ? t('panel.somebody') : change.who}
            </Typography>
            <Button
              aria-label={`${t('customer.take')} ${label}`}
              onClick={() => {
                onTake([change])
              }}
            >
              {t('customer.take')}
            </Button>
          </Panel>
        )
      })}
    </SidePanel>
  )
}
