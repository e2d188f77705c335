import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ListRow } from '../../../shared/search/list-row'
import { useList } from '../../db'
import { whenText } from '../../i18n'
import { useServices } from '../../stores'
import { AskDialog, Panel, Section } from '../../ui'
import { useCustomerActs } from './use-customer-acts'

/** Merges that are listed, the latest first. */
const MOST = 200

/** Every customer that was merged into another one, with the way back. */
export function MergesList() {
  const { t } = useTranslation(['customers', 'history'])
  const { workingCopy, clock } = useServices()
  const acts = useCustomerActs(null)
  const [undoing, setUndoing] = useState<ListRow | null>(null)
  const merges = useList(
    workingCopy.lists,
    async (lists) => {
      const { rows } = await lists.customers({ states: ['merged'] }, 0, MOST)
      const into = await lists.customerRows(rows.map(({ from }) => from))
      const names = new Map(into.map(({ id, title }) => [id, title]))
      return rows.map((row) => ({ row, into: names.get(row.from) ?? '' }))
    },
    [],
  )
  return (
    <Section title={t('merges.title')}>
      {merges?.length === 0 && <Box sx={{ color: 'var(--zk-ink-soft)' }}>{t('merges.none')}</Box>}
      {merges && merges.length > 0 && (
        <Panel component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {merges.map(({ row, into }) => (
            <Box
              component="li"
              key={row.id}
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 3,
                px: 4,
                py: 1.5,
                '& + &': { borderTop: '1px solid var(--zk-hairline)' },
              }}
            >
              <Box component={Link} href={`/customer/${row.id}`} sx={{ color: 'inherit' }}>
                {t('merges.line', { from: row.title, into })}
              </Box>
              <Box component="span" sx={{ fontSize: 12, color: 'var(--zk-ink-soft)' }}>
                {row.number === '' ? '' : `${row.number} · `}
                {t('merges.at', {
                  when: whenText(row.updatedAt, clock.now()),
                  person: row.updatedBy === '' ? t('history:somebody') : row.updatedBy,
                })}
              </Box>
              <Box sx={{ flex: 1 }} />
              {!workingCopy.readOnly && (
                <Button
                  aria-label={t('merges.undoLabel', { name: row.title })}
                  onClick={() => {
                    setUndoing(row)
                  }}
                >
                  {t('merges.undo')}
                </Button>
              )}
            </Box>
          ))}
        </Panel>
      )}
      {undoing && (
        <AskDialog
          title={t('merges.sureTitle')}
          text={t('merges.sure', { name: undoing.title })}
          yes={t('merges.undo')}
          onYes={() => {
            setUndoing(null)
            void acts.undoMerge(undoing.id, undoing.title)
          }}
          onNo={() => {
            setUndoing(null)
          }}
        />
      )}
    </Section>
  )
}
