import type { ColumnFilter, ListQuery, Sort } from '../../../shared/search/list-query'

/** open: in 往来; closed: 销户; all: both. Merged ones are never listed. */
export const shownStates = ['open', 'closed', 'all'] as const
export type ShownState = (typeof shownStates)[number]

/** What the bar above the list is set to; empty: whatever it is. */
export interface CustomerFilter {
  readonly text: string
  readonly state: ShownState
  readonly kind: string
  readonly level: string
  readonly owner: string
  readonly region: string
}

export const noFilter: CustomerFilter = {
  text: '',
  state: 'open',
  kind: '',
  level: '',
  owner: '',
  region: '',
}

const states = {
  open: ['active'],
  closed: ['closed'],
  all: ['active', 'closed'],
} as const

export type CustomerQuery = Omit<ListQuery, 'list'>

export function queryOf(filter: CustomerFilter, sort: Sort | null): CustomerQuery {
  const text = filter.text.trim()
  const filters = (['kind', 'level', 'owner', 'region'] as const).flatMap((column): ColumnFilter[] =>
    filter[column] === '' ? [] : [{ column, test: 'is', value: filter[column] }],
  )
  return {
    states: states[filter.state],
    ...(text === '' ? {} : { text }),
    ...(filters.length === 0 ? {} : { filters }),
    ...(sort === null ? {} : { sort }),
  }
}

export const isWideOpen = ({ text, ...rest }: CustomerFilter): boolean =>
  text.trim() === '' &&
  (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === noFilter[key])

/** A click on a head: up, then down, then as it was. */
export function nextSort(sort: Sort | null, column: string, as: Sort['as']): Sort | null {
  if (sort?.column !== column) return { column, as, direction: 'up' }
  return sort.direction === 'up' ? { column, as, direction: 'down' } : null
}
