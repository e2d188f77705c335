import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ListedRecord } from '../../db'
import { isoDayText, whenText } from '../../i18n'
import { lineAbout, lineLink } from '../../ui'
import { entryByCode } from '../../../shared/catalogue'
import { StateTag } from './state-tag'

export interface RecordLineProps {
  readonly row: ListedRecord
  readonly now: number
  /** What it is about, where that is not the customer; absent: the title. */
  readonly about?: string
  /** The record's own day instead of when it was changed. */
  readonly onDay?: boolean
}

/** One record in a short list: what, about whom, how it stands, when. */
export function RecordLine({ row, now, about = row.title, onDay = false }: RecordLineProps) {
  const { t } = useTranslation('records')
  const name = entryByCode(row.list)?.head.name ?? row.list
  return (
    <Box
      component={Link}
      href={`/record/${row.id}`}
      sx={{
        ...lineLink,
        mt: '-1px',
        borderTop: '1px solid var(--zk-hairline)',
      }}
    >
      <Box component="span" lang="zh-CN" sx={{ whiteSpace: 'nowrap', ...struck(row) }}>
        {name}
      </Box>
      <Box
        component="span"
        sx={{
          ...lineAbout,
          ...struck(row),
        }}
      >
        {(about === row.title ? [about, row.number] : [row.number, about])
          .filter((part) => part !== '')
          .join(' · ')}
      </Box>
      <Box
        component="span"
        sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 2, whiteSpace: 'nowrap' }}
      >
        {row.conflicts > 0 && (
          <Box
            component="span"
            title={t('mark.conflicts', { count: row.conflicts })}
            sx={{ fontSize: 12, color: 'var(--zk-amber-text)' }}
          >
            {t('conflict')}
          </Box>
        )}
        <StateTag state={row.state} />
        <Box component="span" sx={{ fontSize: 12, color: 'var(--zk-ink-soft)' }}>
          {onDay && row.on !== '' ? isoDayText(row.on) : whenText(row.updatedAt, now)}
        </Box>
      </Box>
    </Box>
  )
}

/** A void record stays to be seen, struck through. */
const struck = (row: ListedRecord) => (row.state === 'void' ? { textDecoration: 'line-through' } : {})
