import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { entryByCode } from '../../../shared/catalogue'
import type { ListQuery, ValueCount } from '../../../shared/search/list-query'
import { useList } from '../../db'
import { useServices } from '../../stores'
import { Choose, Section, Tag } from '../../ui'
import { byMonth } from './timeline'

/** Sheets that are listed at a time. */
const STEP = 60

export interface TimeLineProps {
  /** Its id. */
  readonly customer: string
  /** How many sheets of each form there are, by its name. */
  readonly forms: readonly ValueCount[]
}

/** Every record that names a customer, the latest first, a month after the other. */
export function TimeLine({ customer, forms }: TimeLineProps) {
  const { t } = useTranslation(['customers', 'common'])
  const { workingCopy } = useServices()
  const [form, setForm] = useState('')
  const [limit, setLimit] = useState(STEP)
  const view = useList(
    workingCopy.lists,
    (lists) => {
      const query: ListQuery = {
        customers: [customer],
        sort: { column: '@on', as: 'plain', direction: 'down' },
        ...(form === '' ? {} : { filters: [{ column: '@list', test: 'is', value: form }] }),
      }
      return lists.records(query, 0, limit)
    },
    [customer, form, limit],
  )
  const all = forms.reduce((sum, { count }) => sum + count, 0)
  const rows = view?.rows ?? []
  return (
    <Section
      title={t('time.title')}
      actions={
        forms.length > 0 && (
          <Choose
            inline
            label={t('time.form')}
            value={form}
            width={190}
            choices={[
              { value: '', label: t('time.anyForm', { count: all }) },
              ...forms.map(({ value, count }) => ({
                value,
                label: t('time.ofForm', { name: value, count }),
              })),
            ]}
            onChange={(chosen) => {
              setForm(chosen)
              setLimit(STEP)
            }}
          />
        )
      }
    >
      {view?.count === 0 && <Box sx={{ color: 'var(--zk-ink-soft)' }}>{t('time.none')}</Box>}
      <Box component="ol" aria-label={t('time.label')} sx={list}>
        {byMonth(rows).map(({ month, rows: sheets }) => (
          <Box component="li" key={month}>
            <Box sx={{ fontSize: 13, fontWeight: 600, mt: 3, mb: 1 }}>
              {month === ''
                ? t('time.undated')
                : t('time.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })}
            </Box>
            <Box component="ol" sx={{ ...list, pl: 3, borderLeft: '2px solid var(--zk-hairline)' }}>
              {sheets.map((row) => (
                <Box component="li" key={row.id} sx={{ py: 1 }}>
                  <Box
                    component={Link}
                    href={`/record/${row.id}`}
                    lang="zh-CN"
                    sx={{
                      color: 'inherit',
                      textDecoration: row.state === 'void' ? 'line-through' : 'none',
                      '&:hover': { textDecoration: 'underline' },
                    }}
                  >
                    {entryByCode(row.list)?.head.name ?? row.list}
                  </Box>
                  <Box sx={{ display: 'flex', gap: 2, fontSize: 12, color: 'var(--zk-ink-soft)' }}>
                    <span>{[row.on.slice(5), row.number].filter((part) => part !== '').join(' · ')}</span>
                    {row.state !== 'submitted' && (
                      <Tag tone={row.state === 'draft' ? 'blue' : row.state === 'void' ? 'red' : 'plain'}>
                        {t(`common:state.${row.state}`)}
                      </Tag>
                    )}
                  </Box>
                </Box>
              ))}
            </Box>
          </Box>
        ))}
      </Box>
      {view && view.count > rows.length && (
        <Button
          sx={{ mt: 2 }}
          onClick={() => {
            setLimit(limit + STEP)
          }}
        >
          {t('time.more')}
        </Button>
      )}
    </Section>
  )
}

const list = { listStyle: 'none', m: 0, p: 0 } as const
