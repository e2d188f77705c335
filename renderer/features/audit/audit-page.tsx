import Button from '@mui/material/Button'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useLive, type AuditLine } from '../../db'
import type { PrintJob } from '../../../shared/ipc/contract'
import { today } from '../../platform'
import { useAppState, useMasks, useServices } from '../../stores'
import { EmptyList, Page, type ListGridHandle } from '../../ui'
import { useLetterhead } from '../forms-library'
import { computerName, RecordMomentDialog } from '../history'
import { PreviewDialog } from '../print-preview'
import { AuditGrid } from './audit-grid'
import type { AuditWords } from './audit-text'
import { isWideOpen, noFilter, type AuditFilter } from './filter'
import { AuditFilterBar } from './filter-bar'
import { allLines, auditPrint } from './print'
import { useAudit } from './use-audit'

/** 操作记录: everything that was ever done, by whom, when and where; filtered, printed, and the way to each moment. */
export function AuditPage() {
  const { t } = useTranslation(['audit', 'history', 'editor', 'common'])
  const { t: historyT } = useTranslation(['history', 'editor', 'common'])
  const { workingCopy, clock } = useServices()
  const [, navigate] = useLocation()
  const letterhead = useLetterhead()
  const mask = useMasks()
  const writer = useAppState((state) => state.start.writer)
  const grid = useRef<ListGridHandle>(null)
  const search = useRef<HTMLInputElement>(null)
  const [filter, setFilter] = useState<AuditFilter>(noFilter)
  const [shown, setShown] = useState<AuditLine | null>(null)
  const [job, setJob] = useState<PrintJob | null>(null)
  const listed = useDeferredValue(filter)
  const view = useAudit(listed)
  /** The filter whose lines are being gathered for paper: looking through everything that was ever done takes its time. */
  const [preparing, setPreparing] = useState<AuditFilter | null>(null)
  const wanted = useRef<AuditFilter | null>(null)
  useEffect(
    () => () => {
      wanted.current = null
    },
    [listed],
  )
  const staff = useLive(() => workingCopy.staff.list(), [workingCopy]) ?? []
  const writers = useLive(() => workingCopy.audit.writers(), [workingCopy]) ?? []
  const now = clock.now()
  const words = useMemo<AuditWords>(
    () => ({
      t,
      historyT,
      templateOf: (code) => workingCopy.templates.current(code)?.template,
      mask,
      writer,
      now,
    }),
    [t, historyT, workingCopy, mask, writer, now],
  )
  const print = async () => {
    wanted.current = listed
    setPreparing(listed)
    try {
      const { lines, more } = await allLines(workingCopy.audit, listed, view, () => wanted.current === listed)
      if (wanted.current !== listed) return
      const register = auditPrint({ words, filter: listed, lines, more, letterhead, printedAt: clock.now() })
      setJob({ job: 'register', register })
    } finally {
      setPreparing((now) => (now === listed ? null : now))
    }
  }
  const isPreparing = preparing === listed
  const open = (line: AuditLine) => {
    if (line.kind === 'record') setShown(line)
    else if (line.kind === 'staff' || line.kind === 'firm') navigate('/settings')
    else if (line.kind === 'form') navigate('/forms')
    else if (line.kind === 'customer') navigate(`/customer/${line.id}`)
  }
  const { lines, next, looking } = view
  const none = lines.length === 0 && !looking
  const said = !looking ? (next ? 'countMore' : 'count') : lines.length > 0 ? 'lookingOn' : 'looking'
  const count = t(said, { count: lines.length })
  return (
    <Page
      fixed
      title={t('title')}
      note={<span role="status">{count}</span>}
      actions={
        <>
          {view.newer && <Button onClick={view.onNewer}>{t('newer')}</Button>}
          <Button
            disabled={lines.length === 0}
            aria-disabled={isPreparing}
            onClick={() => {
              if (!isPreparing) void print()
            }}
          >
            {t(isPreparing ? 'preparing' : 'print')}
          </Button>
        </>
      }
    >
      <AuditFilterBar
        filter={filter}
        people={[...new Set(staff.map(({ name }) => name))]}
        computers={writers.map((each) => ({ writer: each, name: computerName(historyT, each, writer) }))}
        onFilter={setFilter}
        wordsRef={search}
        onDown={() => grid.current?.focus()}
      />
      {none ? (
        <EmptyList
          filtered={!isWideOpen(filter)}
          none={{ title: t('none'), text: t('noneText') }}
          nothingLeft={{
            title: t('nothingLeft'),
            text: t('nothingLeftText'),
            clear: t('clearFilter'),
            onClear: () => {
              setFilter(noFilter)
            },
          }}
        />
      ) : (
        <AuditGrid
          ref={grid}
          lines={lines}
          words={words}
          label={t('title')}
          onOpen={open}
          onEnd={view.onMore}
          onType={() => search.current?.focus()}
        />
      )}
      {shown && (
        <RecordMomentDialog
          id={shown.id}
          dot={shown.dot}
          onOpen={() => {
            navigate(`/record/${shown.id}`)
          }}
          onClose={() => {
            setShown(null)
          }}
        />
      )}
      {job && (
        <PreviewDialog
          job={job}
          suggestedName={`${t('title')} ${today(clock)}.pdf`}
          onClose={() => {
            setJob(null)
          }}
        />
      )}
    </Page>
  )
}
