import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState, useServices } from '../../stores'
import { withinWidths } from '../../ui'
import { useCurrentForms } from '../forms-library'
import { allColumns, columnsByKey, firstColumns, firstSort, type Column, type RegisterSort } from './columns'

export interface RegisterLayoutView {
  /** Everything that could be shown. */
  readonly all: readonly Column[]
  /** What is shown, in its order, with the widths that a person gave. */
  readonly shown: readonly Column[]
  /** The order where a person chose none. */
  readonly firstSort: RegisterSort
  /** Keys of the columns; null: those that the program would choose. */
  readonly choose: (keys: readonly string[] | null) => void
  readonly setWidth: (key: string, width: number) => void
}

/** The columns of a register as they are set on this computer. */
export function useRegisterLayout(code: string): RegisterLayoutView {
  const { t } = useTranslation('records')
  const { app } = useServices()
  const own = code === '' ? '@all' : code
  const layout = useAppState((state) => state.settings.registers?.[own])
  const forms = useCurrentForms()
  const template = code === '' ? null : (forms(code)?.template ?? null)
  const all = useMemo(() => allColumns(template, (key) => t(`column.${key}`)), [template, t])
  const sort = useMemo(() => firstSort(template), [template])
  const shown = useMemo(() => {
    const chosen = columnsByKey(all, layout?.columns ?? firstColumns(all))
    return (chosen.length === 0 ? columnsByKey(all, firstColumns(all)) : chosen).map((column) => ({
      ...column,
      width: layout?.widths?.[column.key] ?? column.width,
    }))
  }, [all, layout])
  const put = useCallback(
    (columns: readonly string[] | undefined, widths: { readonly [key: string]: number }) =>
      app.setRegister(own, {
        ...(columns === undefined ? {} : { columns }),
        ...(Object.keys(widths).length === 0 ? {} : { widths }),
      }),
    [app, own],
  )
  const current = useCallback(() => app.store.getState().settings.registers?.[own], [app, own])
  const choose = useCallback(
    (keys: readonly string[] | null) => {
      void put(keys ?? undefined, keys === null ? {} : (current()?.widths ?? {}))
    },
    [put, current],
  )
  const setWidth = useCallback(
    (key: string, width: number) => {
      const { columns, widths } = current() ?? {}
      void put(columns, { ...widths, [key]: withinWidths(width) })
    },
    [put, current],
  )
  return { all, shown, firstSort: sort, choose, setWidth }
}
