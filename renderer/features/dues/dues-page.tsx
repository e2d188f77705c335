import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTime, dayText, isoDayText } from '../../i18n'
import { useServices } from '../../stores'
import { Choose, EmptyState, Page, Panel } from '../../ui'
import { entryByCode } from '../../../shared/catalogue'
import type { DueState } from '../../../shared/forms/due'
import type { PrintJob } from '../../../shared/ipc/contract'
import { useLetterhead } from '../forms-library'
import { PreviewDialog } from '../print-preview'
import { DealDialog } from './deal-dialog'
import { DueFilter } from './due-filter'
import { DueList } from './due-list'
import { byDay, dueStates, keyOf, type DueLine } from './due-lines'
import { dueRegister, PRINT_MOST } from './due-register'
import { useDeal } from './use-deal'
import { useDues, type Whose } from './use-dues'

const states = ['any', ...dueStates, 'dealt'] as const

interface View {
  readonly whose: Whose
  /** `dealt`: what was dealt with, and is not due any more. */
  readonly state: DueState | 'any' | 'dealt'
  /** Empty: every form. */
  readonly code: string
}
/** No line is chosen. */
const none: ReadonlySet<string> = new Set()

const wide: View = { whose: 'all', state: 'any', code: '' }
/** How the page was left in this sitting: whoever comes back from a record goes on there. */
let kept = wide

/** 到期与逾期: everything that is due, day by day, filtered and printed. */
export function DuesPage() {
  const { t } = useTranslation('dues')
  const { workingCopy, clock } = useServices()
  const letterhead = useLetterhead()
  const [view, setView] = useState(kept)
  const { whose, state, code } = view
  useEffect(() => {
    kept = view
  }, [view])
  const put = (part: Partial<View>) => {
    setView({ ...view, ...part })
    setChosen(none)
  }
  const [job, setJob] = useState<PrintJob | null>(null)
  const [chosen, setChosen] = useState(none)
  const [asking, setAsking] = useState(false)
  const dealing = useDeal()
  const open = useDues(whose)
  const dealt = useDues(whose, true)
  const isDealt = state === 'dealt'
  const dues = isDealt ? dealt : open
  const codes = [
    ...new Set([...(dues?.lines.map(({ list }) => list) ?? []), ...(code === '' ? [] : [code])]),
  ].sort()
  const nameOf = (list: string) => entryByCode(list)?.head.name ?? list
  const left =
    dues?.lines.filter(
      (line) => (state === 'any' || isDealt || line.state === state) && (code === '' || line.list === code),
    ) ?? []
  const picked = left.filter((line) => chosen.has(keyOf(line)))
  const last = picked.at(-1)
  const stays = (line: DueLine) => !chosen.has(keyOf(line))
  const after = left.slice(last ? left.indexOf(last) : 0).find(stays) ?? left.find(stays)
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
      note={dues && <span role="status">{`${t('count', { count: left.length })} · ${t('order')}`}</span>}
      actions={
        <>
          <Button
            disabled={left.length === 0}
            onClick={() => {
              setChosen(picked.length === left.length ? none : new Set(left.map(keyOf)))
            }}
          >
            {t(picked.length > 0 && picked.length === left.length ? 'chooseNone' : 'chooseAll')}
          </Button>
          <Button
            disabled={picked.length === 0 || workingCopy.readOnly}
            title={picked.length === 0 ? t('chooseFirst') : undefined}
            onClick={() => {
              if (isDealt) {
                setChosen(none)
                void dealing.takeBack(picked, after)
              } else setAsking(true)
            }}
          >
            {picked.length === 0
              ? t(isDealt ? 'takeBack' : 'deal')
              : t(isDealt ? 'takeBackMany' : 'dealMany', { count: picked.length })}
          </Button>
          <Button disabled={left.length === 0} onClick={() => void print()}>
            {t('print')}
          </Button>
        </>
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 4, pb: 3 }}>
        <DueFilter
          dealt={dealt?.lines.length ?? 0}
          counts={open?.counts ?? { overdue: 0, today: 0, soon: 0, later: 0 }}
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
        <DueList
          lines={byDay(left)}
          label={t('title')}
          chosen={chosen}
          onChoose={(due) => {
            const next = new Set(chosen)
            if (!next.delete(keyOf(due))) next.add(keyOf(due))
            setChosen(next)
          }}
        />
      )}
      {asking && (
        <DealDialog
          count={picked.length}
          onDeal={(word) => {
            setAsking(false)
            setChosen(none)
            void dealing.deal(picked, word, after)
          }}
          onCancel={() => {
            setAsking(false)
          }}
        />
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
