import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Likely } from '../../../shared/customers/duplicates'
import { useList, useLive } from '../../db'
import { failureText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { EmptyState, Page, Panel, Section, useNotices } from '../../ui'
import { DuplicateGroup } from './duplicate-group'
import { pairsOf } from './merge-choice'
import { MergeDialog } from './merge-dialog'
import { MergesList } from './merges-list'

/** Groups that are listed at a time. */
const STEP = 30

/** 疑似重复: customers that may be one, to be merged or told apart; and the merges that were done. */
export function DuplicatesPage() {
  const { t } = useTranslation(['customers', 'common'])
  const { workingCopy } = useServices()
  const notices = useNotices()
  const person = usePersonRef()
  const [limit, setLimit] = useState(STEP)
  const [merging, setMerging] = useState<readonly string[] | null>(null)
  const apart = useLive(() => workingCopy.customers.apart(), [workingCopy])
  const groups = useList(
    workingCopy.lists,
    (lists) => (apart ? lists.duplicates(apart) : Promise.resolve(undefined)),
    [apart],
  )
  const setApart = async (group: readonly Likely[], isApart: boolean) => {
    for (const pair of pairsOf(group.map(({ row }) => row.id))) {
      const noted = await workingCopy.customers.setApart(pair, isApart, person)
      if (!noted.ok) {
        notices.warn(t('page.failed', { reason: failureText(noted.error) }), 'apart')
        return
      }
    }
    notices.settle('apart')
    if (isApart)
      notices.tell(t('clean.apartDone'), {
        label: t('clean.undo'),
        run: () => void setApart(group, false),
      })
  }
  const more = (groups?.length ?? 0) - limit
  return (
    <Page
      title={t('clean.title')}
      note={groups && <span role="status">{t('clean.count', { count: groups.length })}</span>}
      maxWidth={1100}
      actions={
        <Button component={Link} href="/customers">
          {t('card.back')}
        </Button>
      }
    >
      <Section title={t('clean.groups')}>
        {groups?.length === 0 && (
          <Panel>
            <EmptyState title={t('clean.none')} text={t('clean.noneText')} />
          </Panel>
        )}
        {(groups ?? []).slice(0, limit).map((group) => (
          <DuplicateGroup
            key={group.map(({ row }) => row.id).join()}
            group={group}
            readOnly={workingCopy.readOnly}
            onCompare={() => {
              setMerging(group.map(({ row }) => row.id))
            }}
            onApart={() => void setApart(group, true)}
          />
        ))}
        {more > 0 && (
          <Box sx={{ mt: 3 }}>
            <Button
              onClick={() => {
                setLimit(limit + STEP)
              }}
            >
              {t('clean.more', { count: Math.min(more, STEP) })}
            </Button>
          </Box>
        )}
      </Section>
      <MergesList />
      {merging && (
        <MergeDialog
          ids={merging}
          onClose={() => {
            setMerging(null)
          }}
          onMerged={() => {
            setMerging(null)
          }}
        />
      )}
    </Page>
  )
}
