import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { today } from '../../platform'
import { useServices } from '../../stores'
import type { ListQuery } from '../../../shared/search/list-query'
import { hasTotal, type Column, type RegisterSort } from './columns'
import { keepPlace, registerPlace } from './register-memory'
import { createRegisterRows, type RegisterRows, type RowsState } from './register-rows'
import { nothingChosen, rangeOf, toggled, withAll, type ListGridHandle, type Selection } from '../../ui'
import { queryOf, type View } from './view'

/** What the page shows beside the lines; single lines come and go without it. */
export type RegisterState = Omit<RowsState, 'drawn'>

export interface Register {
  readonly view: View
  readonly setView: (part: Partial<View>) => void
  readonly query: ListQuery
  readonly rows: RegisterRows
  readonly state: RegisterState
  readonly at: number
  readonly setAt: (place: number) => void
  readonly selection: Selection
  readonly choose: (place: number, further: boolean) => void
  readonly chooseAll: () => void
  readonly chooseNone: () => void
  readonly noteOpened: (place: number) => void
}

/** A register as a person goes about in it. */
export function useRegister(
  code: string,
  columns: {
    readonly all: readonly Column[]
    readonly shown: readonly Column[]
    readonly firstSort: RegisterSort
  },
  grid: { readonly current: ListGridHandle | null },
): Register {
  const { workingCopy, clock } = useServices()
  const { lists } = workingCopy
  const [view, setWholeView] = useState<View>(() => registerPlace(code).view)
  const day = today(clock)
  const totalKeys = columns.shown
    .filter(hasTotal)
    .map(({ key }) => key)
    .join('\n')
  const { all, firstSort } = columns
  const queryFor = useCallback(
    (view: View) =>
      queryOf(view, {
        code,
        today: day,
        columns: all,
        firstSort,
        totals: totalKeys === '' ? [] : totalKeys.split('\n'),
      }),
    [code, day, all, firstSort, totalKeys],
  )
  const query = useMemo(() => queryFor(view), [queryFor, view])
  const [rows] = useState(() => createRegisterRows(lists, query))
  useEffect(() => {
    rows.ask(query)
  }, [rows, query])
  useEffect(() => rows.open(), [rows])
  const state = useStore(
    rows.store,
    useShallow(({ drawn: _, ...rest }: RowsState): RegisterState => rest),
  )
  const { answered, revision } = state

  const [at, setPlace] = useState(() => registerPlace(code).at)
  const [selection, setSelection] = useState<Selection>(nothingChosen)
  const anchor = useRef(0)

  // Where the record stands that the arrows stand on: after coming back, and after lines changed.
  const placed = useRef(false)
  useEffect(() => {
    const { focus, at: before, opened } = registerPlace(code)
    if (!answered) return
    const again = placed.current
    placed.current = true
    const arrive = (place: number) => {
      setPlace(place)
      anchor.current = place
      keepPlace(code, { at: place })
      if (again) {
        if (place !== before) grid.current?.shift(place - before)
        return
      }
      grid.current?.show(place)
      if (opened) grid.current?.focus()
      keepPlace(code, { opened: false })
    }
    if (focus === null) return
    void lists.placeIn(answered, focus).then((place) => {
      if (place >= 0) arrive(place)
      else if (!again) arrive(Math.max(0, Math.min(before, (rows.store.getState().count ?? 1) - 1)))
    })
  }, [code, lists, rows, grid, answered, revision])

  // A place far away was gone to before its row was there.
  useEffect(() => {
    const note = () => {
      if (at === 0 || registerPlace(code).focus !== null) return
      const id = rows.at(at)?.id
      if (id !== undefined) keepPlace(code, { at, focus: id })
    }
    note()
    return rows.store.subscribe(note)
  }, [code, rows, at])

  const setAt = useCallback(
    (place: number) => {
      setPlace(place)
      anchor.current = place
      keepPlace(code, { at: place, focus: rows.at(place)?.id ?? null })
    },
    [code, rows],
  )
  const setView = useCallback(
    (part: Partial<View>) => {
      const next = { ...registerPlace(code).view, ...part }
      keepPlace(code, { view: next, focus: null, at: 0 })
      // Sorted and filtered while the page around the lines is drawn.
      rows.ask(queryFor(next), true)
      setWholeView(next)
      setPlace(0)
      anchor.current = 0
      setSelection(nothingChosen)
      grid.current?.toTop()
    },
    [code, rows, queryFor, grid],
  )
  const choose = useCallback(
    (place: number, further: boolean) => {
      const id = rows.at(place)?.id
      setPlace(place)
      keepPlace(code, { at: place, focus: id ?? null })
      if (!further) {
        anchor.current = place
        if (id !== undefined) setSelection((chosen) => toggled(chosen, id))
        return
      }
      const { from, count } = rangeOf(anchor.current, place)
      void lists.recordIds(query, from, count).then((ids) => {
        setSelection((chosen) => withAll(chosen, ids))
      })
    },
    [code, rows, lists, query],
  )
  const chooseAll = useCallback(() => {
    void lists.recordIds(query, 0, rows.store.getState().count ?? 0).then((ids) => {
      setSelection(new Set(ids))
    })
  }, [lists, query, rows])
  const chooseNone = useCallback(() => {
    setSelection(nothingChosen)
  }, [])
  const noteOpened = useCallback(
    (place: number) => {
      keepPlace(code, { at: place, focus: rows.at(place)?.id ?? null, opened: true })
    },
    [code, rows],
  )
  const count = state.count ?? 0
  return {
    view,
    setView,
    query,
    rows,
    state,
    at: Math.max(0, Math.min(at, count - 1)),
    setAt,
    selection,
    choose,
    chooseAll,
    chooseNone,
    noteOpened,
  }
}
