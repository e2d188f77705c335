import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Lists, RecordRow } from '../../db'
import type { ListQuery } from '../../../shared/search/list-query'

/** Rows that are read at once. */
export const PAGE = 100
/** Pages that are kept: some 6,000 rows around where a person was. */
const KEPT = 60
/** Rows before the end of what is read at which the next page is asked for, in the direction in which a person goes. */
const AHEAD = 60
/** Shortest time between two questions while many lines change (milliseconds). */
const PAUSE = 150

export interface RowsState {
  /** Null until the first answer. */
  readonly count: number | null
  readonly totals: { readonly [column: string]: string }
  /** Rises whenever rows came or changed. */
  readonly drawn: number
  /** Of the answer: places in an older order may have moved. */
  readonly revision: number
  /** The question that was answered. */
  readonly answered: ListQuery | null
  readonly failure: string | null
}

export interface RegisterRows {
  readonly store: StoreApi<RowsState>
  /** The row at a place; undefined while it is on its way. */
  readonly at: (place: number) => RecordRow | undefined
  /** These places are looked at now. */
  readonly need: (first: number, last: number) => void
  readonly ask: (query: ListQuery) => void
  /** Asks again after a failure. */
  readonly again: () => void
  /** Reads and hears of changes from now on, until what it answers is called. */
  readonly open: () => () => void
}

/**
 * The rows of a register around where a person looks, read page by page. One question is on its way at a time, and the next
 * is always about what is looked at then: a dragged scroll bar leaves nothing behind. What is shown stays until what
 * replaces it is there.
 */
export function createRegisterRows(
  lists: Pick<Lists, 'records' | 'onChange'>,
  query: ListQuery,
): RegisterRows {
  const store = createStore<RowsState>(() => ({
    count: null,
    totals: {},
    drawn: 0,
    revision: -1,
    answered: null,
    failure: null,
  }))
  let asked = query
  let wanted = { first: 0, last: 0 }
  let goesDown = true
  let pages = new Map<number, readonly RecordRow[]>()
  /** Rows of the same question before lines changed: shown until the new ones are there. */
  let before: ReadonlyMap<number, readonly RecordRow[]> = new Map()
  /** Rises when everything has to be asked anew, and what of it has been answered. */
  let due = 1
  let done = 0
  let flying = false
  let closed = true
  let timer: ReturnType<typeof setTimeout> | undefined

  const pageOf = (place: number) => Math.floor(place / PAGE)

  const missing = (): number | null => {
    if (done < due) return pageOf(wanted.first)
    const { count } = store.getState()
    const last = Math.min(wanted.last, (count ?? 1) - 1)
    for (let page = pageOf(wanted.first); page <= pageOf(last); page += 1) if (!pages.has(page)) return page
    if (done === 0) return null
    const next = pageOf(
      goesDown ? Math.min(last + AHEAD, (count ?? 1) - 1) : Math.max(0, wanted.first - AHEAD),
    )
    return pages.has(next) ? null : next
  }

  const fly = () => {
    const page = flying || closed ? null : missing()
    if (page === null) return
    flying = true
    const about = asked
    const asOf = due
    lists.records(about, page * PAGE, PAGE).then(
      (view) => {
        flying = false
        if (closed) return
        if (about === asked) take(about, page, view, asOf)
        fly()
      },
      (error: unknown) => {
        flying = false
        if (!closed) store.setState({ failure: error instanceof Error ? error.message : String(error) })
      },
    )
  }

  const take = (
    about: ListQuery,
    page: number,
    view: Awaited<ReturnType<Lists['records']>>,
    asOf: number,
  ) => {
    const { revision, answered } = store.getState()
    if (view.revision !== revision || answered !== about || asOf !== done) {
      before = answered === about ? new Map([...before, ...pages]) : new Map()
      pages = new Map()
      done = asOf
    }
    pages.set(page, view.rows)
    for (const known of pages.keys()) {
      if (pages.size <= KEPT) break
      if (known < pageOf(wanted.first) || known > pageOf(wanted.last)) pages.delete(known)
    }
    if (missing() === null) before = new Map()
    store.setState(({ drawn, totals }) => ({
      count: view.count,
      totals: JSON.stringify(totals) === JSON.stringify(view.totals) ? totals : view.totals,
      revision: view.revision,
      answered: about,
      drawn: drawn + 1,
      failure: null,
    }))
  }

  return {
    store,
    at: (place) => {
      const page = pageOf(place)
      return (pages.get(page) ?? before.get(page))?.[place - page * PAGE]
    },
    need: (first, last) => {
      if (first !== wanted.first) goesDown = first > wanted.first
      wanted = { first, last }
      fly()
    },
    ask: (next) => {
      if (JSON.stringify(next) === JSON.stringify(asked)) return
      asked = next
      due += 1
      fly()
    },
    again: () => {
      store.setState({ failure: null })
      due += 1
      fly()
    },
    open: () => {
      closed = false
      fly()
      const stop = lists.onChange(() => {
        timer ??= setTimeout(() => {
          timer = undefined
          due += 1
          fly()
        }, PAUSE)
      })
      return () => {
        closed = true
        clearTimeout(timer)
        timer = undefined
        stop()
      }
    },
  }
}
