import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Likely } from '../../../shared/customers/duplicates'
import { useMasks } from '../../stores'
import { Panel, Tag } from '../../ui'

export interface DuplicateGroupProps {
  readonly group: readonly Likely[]
  readonly readOnly: boolean
  readonly onCompare: () => void
  readonly onApart: () => void
}

/** Customers that may be one, why, and what can be done about it. */
export function DuplicateGroup({ group, readOnly, onCompare, onApart }: DuplicateGroupProps) {
  const { t } = useTranslation(['customers', 'common'])
  const show = useMasks()
  const names = group.map(({ row }) => row.title).join(t('common:listSeparator'))
  return (
    <Panel sx={{ mb: 2, px: 4, py: 2, display: 'flex', gap: 4, alignItems: 'center' }}>
      <Box component="ul" sx={{ flex: 1, minWidth: 0, listStyle: 'none', m: 0, p: 0 }}>
        {group.map(({ row, likeness }) => (
          <Box
            component="li"
            key={row.id}
            sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, alignItems: 'center', py: 0.5 }}
          >
            <Box
              component={Link}
              href={`/customer/${row.id}`}
              lang="zh-CN"
              sx={{
                color: 'inherit',
                fontWeight: 600,
                textDecoration: 'none',
                '&:hover': { textDecoration: 'underline' },
              }}
            >
              {row.title}
            </Box>
            <Box component="span" lang="zh-CN" sx={{ fontSize: 13, color: 'var(--zk-ink-soft)' }}>
              {[
                row.number,
                show(row.cells['phone'] ?? row.cells['mobile'] ?? '', 'phone'),
                row.cells['address'] ?? '',
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </Box>
            <Tag tone="amber">{t(`likely.why.${likeness}`)}</Tag>
          </Box>
        ))}
      </Box>
      {!readOnly && (
        <Box sx={{ display: 'flex', gap: 2, flex: 'none' }}>
          <Button variant="text" aria-label={t('clean.apartLabel', { names })} onClick={onApart}>
            {t('clean.apart')}
          </Button>
          <Button aria-label={t('clean.compareLabel', { names })} onClick={onCompare}>
            {t('clean.compare')}
          </Button>
        </Box>
      )}
    </Panel>
  )
}
