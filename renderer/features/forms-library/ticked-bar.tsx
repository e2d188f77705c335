import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Keys } from '../../ui'
import type { LibraryForm } from './library'

export interface TickedBarProps {
  readonly forms: readonly LibraryForm[]
  readonly onPrint: () => void
  readonly onExcel: () => void
  readonly onClear: () => void
}

/** What can be done with all chosen forms together. */
export function TickedBar({ forms, onPrint, onExcel, onClear }: TickedBarProps) {
  const { t } = useTranslation(['forms', 'common'])
  return (
    <Box
      role="region"
      aria-label={t('ticked')}
      sx={{
        flex: 'none',
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        mx: 3.5,
        mb: 3,
        px: 3.5,
        py: 2,
        backgroundColor: 'var(--zk-surface)',
        border: '1px solid var(--zk-hairline)',
        borderRadius: 1,
      }}
    >
      <Box component="span" role="status" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
        {t('tickedCount', { count: forms.length })}
      </Box>
      <Box
        component="span"
        lang="zh-CN"
        sx={{
          flex: 1,
          minWidth: 0,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
          fontSize: 13,
          color: 'var(--zk-ink-soft)',
        }}
      >
        {forms.map(({ head }) => head.name).join(t('common:listSeparator'))}
      </Box>
      <Button onClick={onClear} variant="text">
        {t('untick')}&nbsp;
        <Keys keys="Esc" />
      </Button>
      <Button onClick={onExcel} title={t('excelHint')}>
        {t('excel')}
      </Button>
      <Button variant="contained" color="primary" onClick={onPrint}>
        {t('blank')}&nbsp;
        <Keys keys="Ctrl P" />
      </Button>
    </Box>
  )
}
