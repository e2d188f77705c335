import Button from '@mui/material/Button'
import { useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { failureText, clockTime, dayText } from '../../i18n'
import { today } from '../../platform'
import { useAppState, useMasks, useServices } from '../../stores'
import {
  EmptyList,
  type ListGridHandle,
  Page,
  rangeOf,
  toggled,
  useEscape,
  useNotices,
  withAll,
} from '../../ui'
import type { PrintJob } from '../../../shared/ipc/contract'
import type { Sort } from '../../../shared/search/list-query'
import { CUSTOMERS, type ListRow } from '../../../shared/search/list-row'
import { useLetterhead } from '../forms-library'
import { ExportButton, ImportButton, toExport, USUAL_STATES } from '../import'
import { PreviewDialog } from '../print-preview'
import { ColumnsMenu } from './columns-menu'
import { CustomerGrid } from './customer-grid'
import { FormForAll } from './form-for-all'
import { shownColumns, type CellWords, type ListColumn } from './list-columns'
import { isWideOpen, nextSort, noFilter, queryOf, type CustomerFilter } from './list-filter'
import { ListBar } from './list-bar'
import { printOf, sheetOf } from './list-print'
import { useCustomerLines } from './use-customer-lines'

/** Lines of one printed list; more is a matter for a narrower filter. */
const PRINT_MOST = 5000

/** 客户: all of them, found by anything that is known of them; `text`: those in whose line it occurs, closed ones too. */
export function CustomersPage({ text }: { readonly text?: string }) {
  const { t } = useTranslation(['customers', 'common', 'importing'])
  const { workingCopy, clock, app, bridge } = useServices()
  const [, navigate] = useLocation()
  const notices = useNotices()
  const letterhead = useLetterhead()
  const show = useMasks()
  const registers = useAppState((state) => state.settings.registers)
  const [filter, setFilter] = useState<CustomerFilter>(
    text === undefined ? noFilter : { ...noFilter, text, state: 'all' },
  )
  const [sort, setSort] = useState<Sort | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [job, setJob] = useState<PrintJob | null>(null)
  const [forAll, setForAll] = useState<readonly string[] | null>(null)
  const grid = useRef<ListGridHandle>(null)
  /** Where choosing began, and in which list. */
  const anchor = useRef({ of: '', place: 0 })
  const search = useRef<HTMLInputElement>(null)
  useEscape(ticked.size > 0, () => {
    setTicked(new Set())
  })
  const query = queryOf(useDeferredValue(filter), sort)
  const lines = useCustomerLines(query)
  const layout = registers?.[CUSTOMERS]
  const columns = shownColumns(layout?.columns).map((column) => ({
    ...column,
    width: layout?.widths?.[column.key] ?? column.width,
  }))
  const label = (column: ListColumn) => (column.field ? column.field.label : t(`column.${column.key}`))
  const words: CellWords = {
    show,
    now: clock.now(),
    state: (state) => t(`rowState.${state === 'closed' || state === 'merged' ? state : 'active'}`),
  }
  const title = t('printTitle')
  const { count } = lines

  /** Those that were chosen, in the order of the list; all of the list where none was. */
  const wanted = async (): Promise<readonly ListRow[]> => {
    const { rows } = await workingCopy.lists.customers(query, 0, count ?? 0)
    return ticked.size === 0 ? rows : rows.filter(({ id }) => ticked.has(id))
  }
  const print = async () => {
    const rows = (await wanted()).slice(0, PRINT_MOST)
    const now = clock.now()
    const footnote = t('printedAt', { day: dayText(now), time: clockTime(now) })
    setJob({
      job: 'register',
      register: printOf({ title, columns, rows, label, words }, letterhead, footnote),
    })
  }
  const saveExcel = async () => {
    const list = sheetOf(
      { title, columns, rows: await wanted(), label, words },
      -new Date(clock.now()).getTimezoneOffset(),
    )
    const saved = await bridge.call('excel:saveList', { list, suggestedName: `${title} ${today(clock)}` })
    if (!saved.ok) notices.warn(failureText(saved.error))
    else if (saved.value.path !== null) notices.tell(t('excelSaved', { path: saved.value.path }))
  }
  const tickAll = async () => {
    const { rows } = await workingCopy.lists.customers(query, 0, count ?? 0)
    setTicked(ticked.size === rows.length ? new Set() : new Set(rows.map(({ id }) => id)))
  }
  /** With Shift all lines from where choosing began up to this one. */
  const tick = async (place: number, further: boolean) => {
    const of = JSON.stringify(query)
    if (!further || anchor.current.of !== of) anchor.current = { of, place }
    if (!further) {
      const row = lines.lineAt(place)
      if (row) setTicked((before) => toggled(before, row.id))
      return
    }
    const { from, count: many } = rangeOf(anchor.current.place, place)
    const { rows } = await workingCopy.lists.customers(query, from, many)
    setTicked((before) =>
      withAll(
        before,
        rows.map(({ id }) => id),
      ),
    )
  }
  const none = count === 0
  return (
    <Page
      fixed
      title={t('title')}
      note={
        count !== undefined && (
          <span role="status">
            {ticked.size === 0 ? t('count', { count }) : t('countChosen', { count, chosen: ticked.size })}
          </span>
        )
      }
      actions={
        <>
          {!workingCopy.readOnly && (
            <Button component={Link} href="/customer/new" variant="contained" color="primary">
              {t('newOne')}
            </Button>
          )}
          <ImportButton code={CUSTOMERS} label={t('importing:actCustomers')} />
          <Button component={Link} href="/customers/duplicates">
            {t('duplicates')}
          </Button>
          <ColumnsMenu
            shown={columns}
            label={label}
            onShow={(keys) => {
              const { [CUSTOMERS]: before, ...others } = registers ?? {}
              const { columns: _, ...rest } = before ?? {}
              void app.change({
                registers: { ...others, [CUSTOMERS]: keys ? { ...rest, columns: keys } : rest },
              })
            }}
          />
          {ticked.size > 0 && (
            <Button
              onClick={() => {
                setTicked(new Set())
              }}
            >
              {t('chooseNone')}
            </Button>
          )}
          <Button disabled={!count} onClick={() => void saveExcel()}>
            {t('excel')}
          </Button>
          <ExportButton
            code={CUSTOMERS}
            disabled={!count}
            ids={() =>
              toExport(
                async (states) =>
                  (await wanted())
                    .filter(({ state }) => states === undefined || states.includes(state))
                    .map(({ id }) => id),
                USUAL_STATES.customers,
                ticked.size > 0 || filter.state !== 'all',
              )
            }
          />
          <Button
            disabled={!count}
            title={t('forAll.hint')}
            onClick={() => void wanted().then((rows) => setForAll(rows.map(({ id }) => id)))}
          >
            {t('forAll.button')}
          </Button>
          <Button disabled={!count} onClick={() => void print()}>
            {t('print')}
          </Button>
        </>
      }
    >
      <ListBar
        filter={filter}
        onFilter={(next) => {
          setFilter(next)
          setTicked(new Set())
        }}
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
        <CustomerGrid
          ref={grid}
          onType={() => search.current?.focus()}
          onWidth={(key, width) => {
            void app.setRegister(CUSTOMERS, { ...layout, widths: { ...layout?.widths, [key]: width } })
          }}
          lines={lines}
          columns={columns}
          words={words}
          label={t('title')}
          columnLabel={label}
          sort={sort}
          onSort={(column) => {
            setSort(nextSort(sort, column.key, column.sort))
          }}
          ticked={ticked}
          onAt={(place) => {
            anchor.current = { of: JSON.stringify(query), place }
          }}
          onTick={(place, further) => void tick(place, further)}
          onTickAll={() => void tickAll()}
          onOpen={(row) => {
            navigate(`/customer/${row.id}`)
          }}
        />
      )}
      {forAll && (
        <FormForAll
          ids={forAll}
          onClose={() => {
            setForAll(null)
          }}
        />
      )}
      {job && (
        <PreviewDialog
          job={job}
          suggestedName={`${title} ${today(clock)}.pdf`}
          onClose={() => {
            setJob(null)
          }}
        />
      )}
    </Page>
  )
}
