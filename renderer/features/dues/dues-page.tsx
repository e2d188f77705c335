import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTime, dayText, isoDayText } from '../../i18n'
import { useServices } from '../../stores'
import { Choose, EmptyState, Page, Panel } from '../../ui'
import { entryByCode } from '../../../shared/catalogue'
import type { DueState } from '../../../shared/forms/due'
import type { PrintJob } from '../../../shared/ipc/contract'
import { useLetterhead } from '../forms-library'
import { PreviewDialog } from '../print-preview'
import { DueFilter } from './due-filter'
import { DueList } from './due-list'
import { byDay, dueStates } from './due-lines'
import { dueRegister, PRINT_MOST } from './due-register'
import { useDues, type Whose } from './use-dues'

const states = ['any', ...dueStates] as const

interface View {
  readonly whose: Whose
  readonly state: DueState | 'any'
  /** Empty: every form. */
  readonly code: string
}
const wide: View = { whose: 'all', state: 'any', code: '' }
/** How the page was left in this sitting: whoever comes back from a record goes on there. */
let kept = wide

/** 到期与逾期: everything that is due, day by day, filtered and printed. */
export function DuesPage() {
  const { t } = useTranslation('dues')
  const { workingCopy, clock } = useServices()
  const letterhead = useLetterhead()
  const [{ whose, state, code }, setView] = useState(kept)
  const put = (part: Partial<View>) => {
    kept = { ...kept, ...part }
    setView(kept)
  }
  const [job, setJob] = useState<PrintJob | null>(null)
  const dues = useDues(whose)
  const codes = [
    ...new Set([...(dues?.lines.map(({ list }) => list) ?? []), ...(code === '' ? [] : [code])]),
  ].sort()
  const nameOf = (list: string) => entryByCode(list)?.head.name ?? list
  const left =
    dues?.lines.filter(
      (line) => (state === 'any' || line.state === state) && (code === '' || line.list === code),
    ) ?? []
  const print = async () => {
    const lines = left.slice(0, PRINT_MOST)
    const rows = await workingCopy.lists.recordRows([...new Set(lines.map(({ id }) => id))])
    const now = clock.now()
    const register = dueRegister({
      t,
      lines,
      more: left.length > lines.length,
      records: new Map(rows.map((row) => [row.id, row])),
      nameOf,
      letterhead,
      printedAt: t('printedAt', { day: dayText(now), time: clockTime(now) }),
    })
    setJob({ job: 'register', register })
  }
  return (
    <Page
      fixed
      title={t('title')}
      note={dues && <span role="status">{t('count', { count: left.length })}</span>}
      actions={
        <Button disabled={left.length === 0} onClick={() => void print()}>
          {t('print')}
        </Button>
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4, pb: 3 }}>
        <DueFilter
          counts={dues?.counts ?? { overdue: 0, today: 0, soon: 0, later: 0 }}
          states={states}
          state={state}
          whose={whose}
          onState={(next) => {
            put({ state: next })
          }}
          onWhose={(next) => {
            put({ whose: next })
          }}
        />
        <Choose
          inline
          label={t('form')}
          value={code}
          width={200}
          choices={[
            { value: '', label: t('anyForm') },
            ...codes.map((each) => ({ value: each, label: nameOf(each) })),
          ]}
          onChange={(next) => {
            put({ code: next })
          }}
        />
      </Box>
      {dues?.reachesTo !== undefined && left.some(({ known }) => !known) && (
        <Box sx={{ pb: 2, fontSize: 12, color: 'var(--zk-ink-soft)' }}>
          {t('reach', { day: isoDayText(dues.reachesTo) })}
        </Box>
      )}
      {dues && left.length === 0 ? (
        <Panel>
          {dues.lines.length === 0 && whose === 'all' ? (
            <EmptyState title={t('none')} text={t('noneText')} />
          ) : (
            <EmptyState
              title={t('nothingLeft')}
              text={t('nothingLeftText')}
              action={
                <Button
                  onClick={() => {
                    put(wide)
                  }}
                >
                  {t('clearFilter')}
                </Button>
              }
            />
          )}
        </Panel>
      ) : (
        <DueList lines={byDay(left)} label={t('title')} />
      )}
      {job && dues && (
        <PreviewDialog
          job={job}
          suggestedName={`${t('title')} ${dues.today}.pdf`}
          onClose={() => {
            setJob(null)
          }}
        />
      )}
    </Page>
  )
}
