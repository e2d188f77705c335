import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RecordRow } from '../../db'
import { whenText } from '../../i18n'
import { lineAbout, lineLink } from '../../ui'
import { entryByCode } from '../../../shared/catalogue'
import { StateTag } from './state-tag'

/** One record in a short list: what, about whom, how it stands, when. */
export function RecordLine({ row, now }: { readonly row: RecordRow; readonly now: number }) {
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
        {[row.title, row.number].filter((part) => part !== '').join(' · ')}
      </Box>
      <Box
        component="span"
        sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 2, whiteSpace: 'nowrap' }}
      >
        {row.conflicts > 0 && <Box sx={{ fontSize: 12, color: 'var(--zk-amber-text)' }}>{t('conflict')}</Box>}
        <StateTag state={row.state} />
        <Box component="span" sx={{ fontSize: 12, color: 'var(--zk-ink-soft)' }}>
          {whenText(row.updatedAt, now)}
        </Box>
      </Box>
    </Box>
  )
}

/** A void record stays to be seen, struck through. */
const struck = (row: RecordRow) => (row.state === 'void' ? { textDecoration: 'line-through' } : {})
