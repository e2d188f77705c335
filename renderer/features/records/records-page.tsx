import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { useMasks, useServices } from '../../stores'
import { EmptyList, EmptyState, Page, Panel, ReasonDialog, useEscape, type ListGridHandle } from '../../ui'
import { PrintRunDialog } from '../print-run'
import { PreviewDialog } from '../print-preview'
import { ExportButton, ImportButton, toExport, USUAL_STATES } from '../import'
import { entryByCode } from '../../../shared/catalogue'
import { isCard } from '../../../shared/customers/by-meaning'
import type { CellWords } from './cell-text'
import { ColumnChooser } from './column-chooser'
import { movedTo } from './column-order'
import { ConditionChips } from './condition-chips'
import { ConditionDialog } from './condition-dialog'
import { RegisterFilter } from './register-filter'
import { PartsDialog } from './parts-dialog'
import { Act, RegisterBar } from './register-bar'
import { RegisterGrid } from './register-grid'
import { useRegister } from './use-register'
import { useRegisterActs } from './use-register-acts'
import { useRegisterLayout } from './use-register-layout'
import { isWideOpen, nextSort, wideOpen } from './view'

/** The register of one form, or the records of all. */
export function RecordsPage({ code = '' }: { readonly code?: string }) {
  const { t } = useTranslation(['records', 'common', 'history', 'editor', 'importing'])
  const { clock, workingCopy } = useServices()
  const [, navigate] = useLocation()
  const grid = useRef<ListGridHandle>(null)
  const wordsInput = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState<'columns' | 'condition' | null>(null)
  const layout = useRegisterLayout(code)
  const register = useRegister(code, layout, grid)
  const { view, setView, rows, state, query, selection, noteOpened } = register
  const mask = useMasks()
  const { revision } = state
  const words = useMemo<CellWords>(
    () => {
      const states = {
        draft: t('common:state.draft'),
        submitted: t('common:state.submitted'),
        closed: t('common:state.closed'),
        void: t('common:state.void'),
      }
      return { mask, now: clock.now(), state: (each) => states[each] }
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the revision stands for the time that has gone by
    [mask, clock, t, revision],
  )
  const name = entryByCode(code)?.head.name
  const title = name ?? t('title')
  const acts = useRegisterActs(title, register, layout.shown, words)
  const count = state.count ?? 0
  const nothing = count === 0 ? t('why.empty') : acts.busy === null ? null : t('why.busy')
  const onOpen = useCallback(
    (place: number) => {
      const row = rows.at(place)
      if (!row) return
      noteOpened(place)
      navigate(`/record/${row.id}`)
    },
    [rows, navigate, noteOpened],
  )
  const close = () => {
    setOpen(null)
  }
  useEscape(selection.size > 0, register.chooseNone)
  return (
    <Page
      fixed
      title={title}
      note={state.count === null ? undefined : t('count', { count })}
      actions={
        <>
          {code !== '' && (
            <Button component={Link} href={`/fill/${code}`} variant="contained" color="primary">
              {t('fillOne')}
            </Button>
          )}
          <ImportButton code={code} label={t('importing:actRecords')} />
          <Button component={Link} href="/voided">
            {t('history:voided.title')}
          </Button>
          <Button onClick={() => setOpen('columns')}>{t('columns')}</Button>
          <Act label={t('print')} why={nothing} onAct={acts.printList} />
          <Act label={t('export')} why={nothing} onAct={acts.exportAll} />
          {isPlain(code) && (
            <ExportButton
              code={code}
              disabled={count === 0}
              ids={() =>
                toExport(
                  (states) => workingCopy.lists.recordIds(states ? { ...query, states } : query, 0, count),
                  USUAL_STATES.records,
                  query.states !== undefined,
                )
              }
            />
          )}
        </>
      }
    >
      <RegisterFilter
        code={code}
        view={view}
        onView={setView}
        wordsRef={wordsInput}
        onDown={() => grid.current?.focus()}
        onAddCondition={() => setOpen('condition')}
      />
      <ConditionChips view={view} columns={layout.all} onView={setView} />
      {state.failure !== null ? (
        <Panel role="alert">
          <EmptyState
            title={t('listFailed')}
            text={t('listFailedText', { reason: state.failure })}
            action={<Button onClick={rows.again}>{t('common:tryAgain')}</Button>}
          />
        </Panel>
      ) : state.count === null ? (
        <Panel sx={{ p: 6, textAlign: 'center' }}>
          <Typography role="status">{t('gettingReady')}</Typography>
        </Panel>
      ) : count === 0 ? (
        <EmptyList
          filtered={!isWideOpen(view)}
          none={{ title: t('none'), text: t('noneText'), action: <FillOne code={code} /> }}
          nothingLeft={{
            title: t('nothingLeft'),
            text: t('nothingLeftText'),
            clear: t('clearFilter'),
            onClear: () => setView({ ...wideOpen, sort: view.sort }),
          }}
        />
      ) : (
        <>
          <RegisterGrid
            ref={grid}
            rows={rows}
            count={count}
            totals={state.totals}
            columns={layout.shown}
            words={words}
            label={title}
            at={register.at}
            onAt={register.setAt}
            selection={selection}
            onChoose={register.choose}
            onChooseAll={register.chooseAll}
            onChooseNone={register.chooseNone}
            onOpen={onOpen}
            onType={() => wordsInput.current?.focus()}
            sort={view.sort ?? layout.firstSort}
            onSort={(column) => setView({ sort: nextSort(view.sort, column, layout.firstSort) })}
            onWidth={layout.setWidth}
            onMove={(key, by) => {
              const keys = layout.shown.map((column) => column.key)
              layout.choose(movedTo(keys, key, keys.indexOf(key) + by))
            }}
          />
          <RegisterBar count={count} chosen={selection.size} acts={acts} onChooseNone={register.chooseNone} />
        </>
      )}
      {open === 'columns' && (
        <ColumnChooser all={layout.all} shown={layout.shown} onChoose={layout.choose} onClose={close} />
      )}
      {open === 'condition' && (
        <ConditionDialog
          columns={layout.all}
          query={query}
          onAdd={(condition) => {
            close()
            setView({ conditions: [...view.conditions, condition] })
          }}
          onClose={close}
        />
      )}
      {acts.dialog?.dialog === 'parts' && (
        <PartsDialog count={count} onPrint={acts.printPart} onCancel={acts.closeDialog} />
      )}
      {acts.dialog?.dialog === 'void' && (
        <ReasonDialog
          title={t('voidMany.title', { count: acts.dialog.ids.length })}
          text={[
            t('voidMany.intro'),
            ...(acts.dialog.left > 0 ? [t('voidMany.left', { count: acts.dialog.left })] : []),
          ]}
          label={t('editor:void.reason')}
          needed={t('editor:void.reasonNeeded')}
          yes={t('voidMany.confirm', { count: acts.dialog.ids.length })}
          no={t('editor:void.cancel')}
          final
          onReason={acts.voidAll}
          onCancel={acts.closeDialog}
        />
      )}
      {acts.dialog?.dialog === 'run' && (
        <PrintRunDialog source={acts.dialog.source} title={acts.dialog.title} onClose={acts.closeDialog} />
      )}
      {acts.dialog?.dialog === 'print' && (
        <PreviewDialog job={acts.dialog.job} suggestedName={acts.dialog.name} onClose={acts.closeDialog} />
      )}
    </Page>
  )
}

/** Of a card the customers are the table: it shows what they say. */
const isPlain = (code: string): boolean => {
  const entry = entryByCode(code)
  return entry !== undefined && !isCard(entry.template)
}

function FillOne({ code }: { readonly code: string }) {
  const { t } = useTranslation('records')
  return (
    <Button
      component={Link}
      href={code === '' ? '/forms' : `/fill/${code}`}
      variant="contained"
      color="primary"
    >
      {t(code === '' ? 'chooseForm' : 'fillOne')}
    </Button>
  )
}
