import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Lists, ListedRecord } from '../../db'
import type { ListQuery } from '../../../shared/search/list-query'

/** Rows that are kept and let go together. */
export const PAGE = 16
/** Pages that are read at once at most: more than are seen on a tall screen. */
const SPAN = 8
/** Pages that are kept: some 2,000 rows around where a person was. */
const KEPT = 128
/** Rows that are asked for before it is known how many can be seen. */
const FIRST = 64
/** Rows before the end of what is read at which the next are asked for, in the direction in which a person goes. */
const AHEAD = 64
/** Shortest time between two questions while many lines change (milliseconds). */
const PAUSE = 150

/** Pages that follow one another, both included. */
interface Span {
  readonly first: number
  readonly last: number
}

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
  readonly at: (place: number) => ListedRecord | undefined
  /** These places are looked at now. */
  readonly need: (first: number, last: number) => void
  /** `fromTop`: its first lines are what is looked at next. */
  readonly ask: (query: ListQuery, fromTop?: boolean) => void
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
  let wanted = { first: 0, last: FIRST - 1 }
  let goesDown = true
  let pages = new Map<number, readonly ListedRecord[]>()
  /** Rows of the same question before lines changed: shown until the new ones are there. */
  let before: ReadonlyMap<number, readonly ListedRecord[]> = new Map()
  /** Rises when everything has to be asked anew, and what of it has been answered. */
  let due = 1
  let done = 0
  let flying = false
  let closed = true
  let timer: ReturnType<typeof setTimeout> | undefined

  const pageOf = (place: number) => Math.floor(place / PAGE)

  /** The first pages between two places that are not there, in one run. */
  const gap = (from: number, to: number): Span | null => {
    let first = pageOf(from)
    while (first <= pageOf(to) && pages.has(first)) first += 1
    if (first > pageOf(to)) return null
    let last = first
    while (last < pageOf(to) && last - first < SPAN - 1 && !pages.has(last + 1)) last += 1
    return { first, last }
  }

  const missing = (): Span | null => {
    const { count } = store.getState()
    const end = Math.max(0, (count ?? 1) - 1)
    if (done < due) {
      const first = pageOf(wanted.first)
      return { first, last: Math.min(Math.max(first, pageOf(wanted.last)), first + SPAN - 1) }
    }
    const seen = gap(wanted.first, Math.min(wanted.last, end))
    if (seen || done === 0) return seen
    return goesDown
      ? gap(Math.min(wanted.last + 1, end), Math.min(wanted.last + AHEAD, end))
      : gap(Math.max(0, wanted.first - AHEAD), wanted.first)
  }

  const fly = () => {
    const span = flying || closed ? null : missing()
    if (span === null) return
    flying = true
    const about = asked
    const asOf = due
    // Where all forms stand in one list no field is a column.
    const bare = about.list === undefined
    lists.records(about, span.first * PAGE, (span.last - span.first + 1) * PAGE, bare).then(
      (view) => {
        flying = false
        if (closed) return
        if (about === asked) take(about, span, view, asOf)
        fly()
      },
      (error: unknown) => {
        flying = false
        if (!closed) store.setState({ failure: error instanceof Error ? error.message : String(error) })
      },
    )
  }

  const take = (about: ListQuery, span: Span, view: Awaited<ReturnType<Lists['records']>>, asOf: number) => {
    const { revision, answered, count, failure } = store.getState()
    const isSeen = span.first <= pageOf(wanted.last) && span.last >= pageOf(wanted.first)
    if (view.revision !== revision || answered !== about || asOf !== done) {
      before = answered === about ? new Map([...before, ...pages]) : new Map()
      pages = new Map()
      done = asOf
    }
    for (let page = span.first; page <= span.last; page += 1) {
      const from = (page - span.first) * PAGE
      pages.set(page, view.rows.slice(from, from + PAGE))
    }
    for (const known of pages.keys()) {
      if (pages.size <= KEPT) break
      if (known < pageOf(wanted.first) || known > pageOf(wanted.last)) pages.delete(known)
    }
    if (missing() === null) before = new Map()
    const isNew = view.revision !== revision || answered !== about || count !== view.count || failure !== null
    // What was asked for ahead is drawn when it is scrolled to.
    if (!isSeen && !isNew) return
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
    ask: (next, fromTop = false) => {
      if (JSON.stringify(next) === JSON.stringify(asked)) return
      asked = next
      if (fromTop) wanted = { first: 0, last: FIRST - 1 }
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
