import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { Likely } from '../../../shared/customers/duplicates'
import type { FormValues } from '../../../shared/forms/values'
import type { ListRow } from '../../../shared/search/list-row'
import { useList, useLive } from '../../db'
import { useMasks, useServices } from '../../stores'
import { Panel, Section, Tag } from '../../ui'

/** As many as can be looked at while typing. */
const MOST = 5

/** Who the one on the card may be, without those of whom a person said that they are others. */
export function useLikely(values: FormValues, id: string | null, changed: boolean): readonly Likely[] {
  const { workingCopy } = useServices()
  const asked = useDeferredValue(values)
  const apart = useLive(() => workingCopy.customers.apart(), [workingCopy]) ?? []
  const found = useList(workingCopy.lists, (lists) => lists.likely(asked, id ?? ''), [asked, id])
  return (found ?? [])
    .filter(({ row, likeness }) => {
      // A name that is only near is worth a look while it is written, not for ever after.
      if (!changed && likeness === 'nearName') return false
      return !apart.some((pair) => id !== null && pair.includes(id) && pair.includes(row.id))
    })
    .slice(0, MOST)
}

export interface LikelyPanelProps {
  readonly likely: readonly Likely[]
  /** Null on the card of a new customer: there is nothing to merge yet. */
  readonly onMerge: ((row: ListRow) => void) | null
  readonly onApart: ((row: ListRow) => void) | null
  readonly onOpen: (row: ListRow) => void
}

/** Customers that may be the one on the card, with why. */
export function LikelyPanel({ likely, onMerge, onApart, onOpen }: LikelyPanelProps) {
  const { t } = useTranslation('customers')
  const show = useMasks()
  if (likely.length === 0) return null
  return (
    <Section title={t('likely.title')} note={onMerge ? undefined : t('likely.newNote')}>
      <Panel sx={{ borderColor: 'var(--zk-amber-text)' }} role="status">
        {likely.map(({ row, likeness }) => (
          <Box
            key={row.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              columnGap: 3,
              rowGap: 1,
              px: 4,
              py: 2,
              '& + &': { borderTop: '1px solid var(--zk-hairline)' },
            }}
          >
            <Box component="span" lang="zh-CN" sx={{ fontWeight: 600 }}>
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
            <Box sx={{ flex: 1 }} />
            <Button
              aria-label={t('likely.openLabel', { name: row.title })}
              onClick={() => {
                onOpen(row)
              }}
            >
              {t('likely.open')}
            </Button>
            {onMerge && (
              <Button
                aria-label={t('likely.mergeLabel', { name: row.title })}
                onClick={() => {
                  onMerge(row)
                }}
              >
                {t('likely.merge')}
              </Button>
            )}
            {onApart && (
              <Button
                variant="text"
                aria-label={t('likely.apartLabel', { name: row.title })}
                onClick={() => {
                  onApart(row)
                }}
              >
                {t('likely.apart')}
              </Button>
            )}
          </Box>
        ))}
      </Panel>
    </Section>
  )
}
