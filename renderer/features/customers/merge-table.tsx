import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ADDRESSES, CONTACTS } from '../../../shared/customers/fields'
import type { Customer } from '../../../shared/customers/customer'
import { useList } from '../../db'
import { useServices } from '../../stores'
import { compare, giverOf, type Picks } from './merge-choice'

export interface MergeTableProps {
  readonly customers: readonly Customer[]
  readonly stays: string
  readonly picks: Picks
  /** Those of the group that are left as they are. */
  readonly out: ReadonlySet<string>
  readonly onStays: (id: string) => void
  readonly onPick: (field: string, id: string) => void
  readonly onOut: (id: string) => void
}

/** The customers side by side, a column each; where they differ one of the values is picked. */
export function MergeTable({ customers, stays, picks, out, onStays, onPick, onOut }: MergeTableProps) {
  const { t } = useTranslation('customers')
  const { workingCopy } = useServices()
  const group = useId()
  const ids = customers.map(({ id }) => id).join()
  const counts = useList(
    workingCopy.lists,
    (lists) =>
      Promise.all(customers.map(async ({ id }) => (await lists.records({ customers: [id] }, 0, 0)).count)),
    [ids],
  )
  const taken = customers.filter(({ id }) => !out.has(id))
  const faded = (id: string) => (out.has(id) ? { opacity: 0.45 } : {})
  return (
    <Box component="table" sx={table}>
      <thead>
        <tr>
          <Box component="th" scope="col" sx={{ width: 130 }}>
            {t('merge.field')}
          </Box>
          {customers.map(({ id, name }) => (
            <Box component="th" key={id} scope="col" sx={faded(id)}>
              <Box component="label" sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
                <input
                  type="radio"
                  name={`${group}-stays`}
                  checked={id === stays}
                  disabled={out.has(id)}
                  aria-label={t('merge.staysLabel', { name })}
                  onChange={() => {
                    onStays(id)
                  }}
                />
                <span lang="zh-CN">{name}</span>
              </Box>
              <Box sx={{ fontSize: 12, fontWeight: 400, color: 'var(--zk-ink-soft)', minHeight: 26 }}>
                {id === stays ? t('merge.stays') : out.has(id) ? t('merge.left') : ''}
                {customers.length > 2 && id !== stays && (
                  <Button
                    variant="text"
                    onClick={() => {
                      onOut(id)
                    }}
                  >
                    {t(out.has(id) ? 'merge.back' : 'merge.leave', { name })}
                  </Button>
                )}
              </Box>
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('merge.sheets')}</th>
          {customers.map(({ id }, at) => (
            <Box component="td" key={id} sx={faded(id)}>
              {counts?.[at] === undefined ? '' : t('clean.sheets', { count: counts[at] })}
            </Box>
          ))}
        </tr>
        {compare(customers).map(({ field, texts, differs }) => (
          <tr key={field.key}>
            <Box component="th" scope="row" lang="zh-CN">
              {field.label}
            </Box>
            {customers.map(({ id }, at) => {
              const text = texts[at] ?? ''
              const given = giverOf(taken, stays, picks, field.key) === id
              return (
                <Box
                  component="td"
                  key={id}
                  sx={{ ...faded(id), ...(differs ? { backgroundColor: 'var(--zk-amber-soft)' } : {}) }}
                >
                  {differs && text !== '' && !out.has(id) ? (
                    <Box component="label" sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
                      <input
                        type="radio"
                        name={`${group}-${field.key}`}
                        checked={given}
                        aria-label={t('merge.pickLabel', { label: field.label, value: text })}
                        onChange={() => {
                          onPick(field.key, id)
                        }}
                      />
                      <Box component="span" lang="zh-CN" sx={{ fontWeight: given ? 600 : 400 }}>
                        {text}
                      </Box>
                    </Box>
                  ) : (
                    <span lang="zh-CN">{text}</span>
                  )}
                </Box>
              )
            })}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('merge.rows')}</th>
          {customers.map(({ id, values }) => (
            <Box component="td" key={id} sx={faded(id)}>
              {t('merge.rowsCount', {
                contacts: values.rows[CONTACTS]?.length ?? 0,
                addresses: values.rows[ADDRESSES]?.length ?? 0,
              })}
            </Box>
          ))}
        </tr>
      </tbody>
    </Box>
  )
}

const table = {
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    px: 3,
    py: 1.5,
    borderBottom: '1px solid var(--zk-hairline)',
    overflowWrap: 'anywhere',
  },
  '& tbody th': { fontWeight: 400, fontSize: 13, color: 'var(--zk-ink-soft)' },
} as const
