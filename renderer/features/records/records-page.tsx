import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useCallback, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useLive, type RecordRow, type Records } from '../../db'
import { clockTime, dayText } from '../../i18n'
import { today } from '../../platform'
import { useServices } from '../../stores'
import { EmptyState, Page, Panel } from '../../ui'
import { useLetterhead } from '../forms-library'
import { PreviewDialog } from '../print-preview'
import { entryByCode } from '../../../shared/catalogue'
import type { PrintJob } from '../../../shared/ipc/contract'
import { columnsOf } from './columns'
import { isWideOpen, noFilter, queryOf, type Filter } from './filter'
import { FilterBar } from './filter-bar'
import { RecordGrid } from './record-grid'
import { registerOf } from './register'

/** Records that are read at a time. */
const STEP = 200
/** Lines of one printed register; more is a matter for a narrower filter. */
const PRINT_MOST = 5000

/** The records of one form or of all, filtered, newest change first. */
export function RecordsPage({ code = '' }: { readonly code?: string }) {
  const { t } = useTranslation(['records', 'common', 'history'])
  const { workingCopy, clock } = useServices()
  const [, navigate] = useLocation()
  const letterhead = useLetterhead()
  const [filter, setFilter] = useState<Filter>({ ...noFilter, code })
  const [limit, setLimit] = useState(STEP)
  const [job, setJob] = useState<PrintJob | null>(null)
  const asked = useDeferredValue(filter)
  const now = clock.now()
  const day = today(clock)
  const page = useLive(
    () => workingCopy.records.page(queryOf(asked, day, limit)),
    [workingCopy, asked, day, limit],
  )
  const columns = columnsOf(filter.code)
  const name = entryByCode(filter.code)?.head.name
  const title = name ?? t('title')
  const more = page?.next !== undefined
  const shown = page?.rows.length ?? 0
  const onEnd = useCallback(() => {
    // Twice as many each time, so that a long list is at its end after a few steps.
    if (more) setLimit(Math.max(2 * shown, STEP))
  }, [more, shown])

  const print = async () => {
    const rows = await allRows(workingCopy.records, asked, day)
    setJob({
      job: 'register',
      register: registerOf({
        title: t('registerTitle', { name: title }),
        letterhead,
        columns,
        rows,
        columnLabel: (key) => t(`column.${key}`),
        stateLabel: (state) => t(`common:state.${state}`),
        footnote: t('printedAt', { time: clockTime(now), day: dayText(now) }),
      }),
    })
  }
  const rows = page?.rows ?? []
  return (
    <Page
      fixed
      title={title}
      note={page && t(more ? 'countMore' : 'count', { count: rows.length })}
      actions={
        <>
          {filter.code !== '' && (
            <Button component={Link} href={`/fill/${filter.code}`} variant="contained" color="primary">
              {t('fillOne')}
            </Button>
          )}
          <Button component={Link} href="/voided">
            {t('history:voided.title')}
          </Button>
          <Button disabled={rows.length === 0} onClick={() => void print()}>
            {t('print')}
          </Button>
        </>
      }
    >
      <FilterBar
        filter={filter}
        onFilter={(next) => {
          setFilter(next)
          setLimit(STEP)
        }}
        onDown={() => document.querySelector<HTMLElement>('[role=grid]')?.focus()}
      />
      {page && rows.length === 0 ? (
        <Panel>
          {isWideOpen(filter) ? (
            <NoRecords code={filter.code} />
          ) : (
            <NothingLeft onClear={() => setFilter({ ...noFilter, code })} />
          )}
        </Panel>
      ) : (
        <RecordGrid
          rows={rows}
          columns={columns}
          now={now}
          label={title}
          onOpen={(row) => {
            navigate(`/record/${row.id}`)
          }}
          onEnd={onEnd}
        />
      )}
      {job && (
        <PreviewDialog
          job={job}
          suggestedName={`${t('registerTitle', { name: title })} ${day}.pdf`}
          onClose={() => {
            setJob(null)
          }}
        />
      )}
    </Page>
  )
}

/** Everything that the filter leaves, page by page. */
async function allRows(records: Records, filter: Filter, day: string): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = []
  let page = await records.page(queryOf(filter, day, STEP))
  rows.push(...page.rows)
  while (page.next && rows.length < PRINT_MOST) {
    page = await records.page({ ...queryOf(filter, day, STEP), after: page.next })
    rows.push(...page.rows)
  }
  return rows
}

function NoRecords({ code }: { readonly code: string }) {
  const { t } = useTranslation(['records', 'common'])
  return (
    <EmptyState
      title={t('none')}
      text={t('noneText')}
      action={
        <Button
          component={Link}
          href={code === '' ? '/forms' : `/fill/${code}`}
          variant="contained"
          color="primary"
        >
          {t(code === '' ? 'chooseForm' : 'fillOne')}
        </Button>
      }
    />
  )
}

function NothingLeft({ onClear }: { readonly onClear: () => void }) {
  const { t } = useTranslation(['records', 'common'])
  return (
    <Box>
      <EmptyState
        title={t('nothingLeft')}
        text={t('nothingLeftText')}
        action={<Button onClick={onClear}>{t('clearFilter')}</Button>}
      />
    </Box>
  )
}
