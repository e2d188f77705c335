import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import { useTranslation } from 'react-i18next'
import { targetColumns, type ImportTarget } from '../../../shared/import'
import type { TableColumn } from '../../db'
import { Panel } from '../../ui'
import type { ImportSession } from './import-session'
import type { ImportState } from './import-state'

const cell = { px: 4, py: 1.5, textAlign: 'left', verticalAlign: 'middle' } as const
const headCell = { ...cell, fontSize: 13, fontWeight: 400, color: 'var(--zk-ink-soft)' } as const
/** Stands for 不导入 among keys. */
const NOWHERE = '@nowhere'

/** Each column of the table with some of what stands in it, and where it goes. */
export function ColumnsTable({
  session,
  state,
}: {
  readonly session: ImportSession
  readonly state: ImportState
}) {
  const { t } = useTranslation('importing')
  return (
    <Panel sx={{ mt: 3, overflow: 'hidden' }}>
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' }}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...headCell, width: '24%' }}>
              {t('column')}
            </Box>
            <Box component="th" scope="col" sx={headCell}>
              {t('examples')}
            </Box>
            <Box component="th" scope="col" sx={{ ...headCell, width: 340 }}>
              {t('goesTo')}
            </Box>
          </tr>
        </thead>
        <tbody>
          {state.columns.map((column) => (
            <ColumnLine key={column.column} column={column} session={session} state={state} />
          ))}
        </tbody>
      </Box>
    </Panel>
  )
}

function ColumnLine({
  column,
  session,
  state,
}: {
  readonly column: TableColumn
  readonly session: ImportSession
  readonly state: ImportState
}) {
  const { t } = useTranslation('importing')
  const { head, examples, to, hidden } = column
  const name = head === '' ? t('columnNo', { no: column.column + 1 }) : head
  return (
    <Box component="tr" sx={{ borderTop: '1px solid var(--zk-hairline)' }}>
      <Box component="th" scope="row" sx={{ ...cell, fontWeight: 600, overflowWrap: 'anywhere' }}>
        {name}
        {hidden && (
          <Box component="span" sx={{ fontWeight: 400, color: 'var(--zk-ink-soft)' }}>
            {t('columnHidden')}
          </Box>
        )}
      </Box>
      <Box component="td" sx={{ ...cell, fontSize: 13, color: 'var(--zk-ink-soft)', overflow: 'hidden' }}>
        <Box sx={{ display: 'flex', gap: 2, overflow: 'hidden' }}>
          {examples.map((example) => (
            <Box
              component="span"
              key={example}
              title={example}
              sx={{
                maxWidth: 220,
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                whiteSpace: 'nowrap',
                bgcolor: 'var(--zk-rail)',
                border: '1px solid var(--zk-hairline)',
                borderRadius: 0.5,
                px: 1.5,
              }}
            >
              {example}
            </Box>
          ))}
        </Box>
      </Box>
      <Box component="td" sx={cell}>
        <Select
          value={to ?? NOWHERE}
          disabled={state.busy !== null}
          MenuProps={{ disablePortal: true, slotProps: { paper: { sx: { maxHeight: 420 } } } }}
          SelectDisplayProps={{ 'aria-label': t('goesToOf', { head: name }) }}
          sx={{ width: 300, ...(to === null ? { color: 'var(--zk-ink-soft)' } : {}) }}
          onChange={({ target }) => {
            session.setColumn(column.column, target.value === NOWHERE ? null : target.value)
          }}
        >
          <MenuItem value={NOWHERE}>{t('notTaken')}</MenuItem>
          {choicesOf(state.into.target).map(({ key, head: label }) => {
            const other = state.columns.find((each) => each.to === key && each.column !== column.column)
            return (
              <MenuItem key={key} value={key} lang="zh-CN">
                {other
                  ? t('takenBy', { name: label, head: other.head || t('columnNo', { no: other.column + 1 }) })
                  : label}
              </MenuItem>
            )
          })}
        </Select>
      </Box>
    </Box>
  )
}

const choicesOf = (target: ImportTarget) => targetColumns(target)
