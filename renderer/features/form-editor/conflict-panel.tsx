import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import { pathKey } from '../../../shared/forms/field'
import type { Conflict, DisputedRow } from '../../db'
import { whenText } from '../../i18n'
import { useServices } from '../../stores'
import { Panel } from '../../ui'
import { ownRegisterName } from '../conflicts'
import { formNames, placeIn } from '../history'
import { SidePanel } from './side-panel'
import { fieldName } from './stop-names'

export interface ConflictPanelProps {
  readonly conflicts: readonly Conflict[]
  readonly template: Template
  readonly values: FormValues
  /** Rows that one removed while another wrote in them. */
  readonly disputedRows: readonly DisputedRow[]
  readonly onSettle: (conflict: Conflict, dot: string) => void
  readonly onSettleRow: (row: DisputedRow, keep: boolean) => void
  readonly onClose: () => void
}

/** Fields that people filled in apart from each other: every value with who and when, to choose one. */
export function ConflictPanel(props: ConflictPanelProps) {
  const { conflicts, disputedRows, template, values, onSettle, onSettleRow, onClose } = props
  const { t } = useTranslation('editor')
  const { t: words } = useTranslation(['conflicts', 'common'])
  const { t: history } = useTranslation(['history', 'editor', 'common'])
  const { clock } = useServices()
  const names = formNames(history, template)
  return (
    <SidePanel title={t('panel.conflict')} onClose={onClose}>
      {conflicts.map((conflict) => (
        <Box key={pathKey(conflict.path)} component="section" sx={{ mb: 5 }}>
          <Typography variant="body2" sx={{ mb: 2 }}>
            {t('panel.conflictIntro', {
              label: ownRegisterName(words, conflict.path) ?? fieldName(t, template, values, conflict.path),
            })}
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
          <Typography variant="caption" color="text.secondary" component="div">
            {conflict.path[0]?.startsWith('@') === true ? '' : t('panel.conflictOther')}
          </Typography>
        </Box>
      ))}
      {disputedRows.map((row) => (
        <Box key={`${row.rows} ${row.row}`} component="section" sx={{ mb: 5 }}>
          <Typography variant="body2" sx={{ mb: 2 }}>
            {words('row', { row: names.row(row.rows, row.row, placeIn(values, [row.rows, row.row, ''])) })}
          </Typography>
          <Box sx={{ display: 'flex', gap: 2 }}>
            <Button
              onClick={() => {
                onSettleRow(row, true)
              }}
            >
              {words('rowKeep')}
            </Button>
            <Button
              onClick={() => {
                onSettleRow(row, false)
              }}
            >
              {words('rowRemove')}
            </Button>
          </Box>
        </Box>
      ))}
    </SidePanel>
  )
}
