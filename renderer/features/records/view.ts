import type { RecordState } from '../../db'
import type { ColumnFilter, ListQuery } from '../../../shared/search/list-query'
import type { Day } from '../../../shared/kernel/dates'
import { comparisonOf, type Column, type RegisterSort } from './columns'
import { daysOf, type Period } from './periods'

/** A wish about any column. */
export type Condition = { readonly column: string } & (
  | { readonly test: 'contains' | 'is' | 'isNot'; readonly value: string }
  /** Both ends included; an empty one is open. */
  | { readonly test: 'between'; readonly from: string; readonly to: string }
  | { readonly test: 'oneOf'; readonly values: readonly string[] }
  | { readonly test: 'empty' | 'filled' }
)
export type ConditionTest = Condition['test']

/** What a register is set to: what stays in it, and in which order. */
export interface View {
  readonly text: string
  readonly state: RecordState | 'any'
  readonly period: Period
  /** First and last day of one's own period; empty is open. */
  readonly from: Day
  readonly to: Day
  /** Who wrote the record first or last; empty: anybody. */
  readonly person: string
  readonly customer: { readonly id?: string; readonly name: string } | null
  readonly conditions: readonly Condition[]
  /** Null: as the register is ordered at first. */
  readonly sort: RegisterSort | null
}

export const wideOpen: View = {
  text: '',
  state: 'any',
  period: 'all',
  from: '',
  to: '',
  person: '',
  customer: null,
  conditions: [],
  sort: null,
}

/** Nothing is left out; the order does not matter. */
export const isWideOpen = (view: View): boolean =>
  view.text.trim() === '' &&
  view.state === 'any' &&
  view.period === 'all' &&
  view.person === '' &&
  view.customer === null &&
  view.conditions.length === 0

export interface AskedFor {
  /** Code of the form; empty: all. */
  readonly code: string
  readonly today: Day
  readonly columns: readonly Column[]
  /** The order where a person chose none. */
  readonly firstSort: RegisterSort
  /** Columns to be added up. */
  readonly totals: readonly string[]
}

/** The question to the thread that keeps the lists. */
export function queryOf(view: View, { code, today, columns, firstSort, totals }: AskedFor): ListQuery {
  const { from, to } = daysOf(view.period, today, view)
  const text = view.text.trim()
  const known = new Map(columns.map((column) => [column.key, column]))
  const filters = view.conditions.flatMap((condition) => {
    const column = known.get(condition.column)
    return column ? filtersOf(condition, column) : []
  })
  const sort = view.sort ?? firstSort
  const sorted = isLatest(sort) ? undefined : known.get(sort.column)
  const { customer } = view
  return {
    ...(code === '' ? {} : { list: code }),
    ...(view.state === 'any' ? {} : { states: [view.state] }),
    ...(text === '' ? {} : { text }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(view.person === '' ? {} : { person: view.person }),
    ...(customer === null ? {} : { customers: [customer.id ?? `=${customer.name}`] }),
    ...(filters.length === 0 ? {} : { filters }),
    ...(sorted ? { sort: { column: sorted.key, as: comparisonOf(sorted), direction: sort.direction } } : {}),
    ...(totals.length === 0 ? {} : { totals }),
  }
}

/** A wish as the tests of the lists; days stand for the whole day in columns of moments. */
export function filtersOf(condition: Condition, column: Column): readonly ColumnFilter[] {
  const { key } = column
  switch (condition.test) {
    case 'contains':
    case 'is':
    case 'isNot':
      return [{ column: key, test: condition.test, value: condition.value }]
    case 'oneOf':
      return [{ column: key, test: 'oneOf', values: condition.values }]
    case 'empty':
    case 'filled':
      return [{ column: key, test: condition.test }]
    case 'between': {
      const as = column.kind === 'number' || column.kind === 'moment' ? 'number' : 'plain'
      const end = (test: 'atLeast' | 'atMost', text: string): readonly ColumnFilter[] => {
        const value = column.kind === 'moment' ? momentEnd(test, text) : text
        return value === '' ? [] : [{ column: key, test, value, as }]
      }
      return [...end('atLeast', condition.from), ...end('atMost', condition.to)]
    }
  }
}

/** The first or last millisecond of a day on this computer. */
function momentEnd(test: 'atLeast' | 'atMost', day: Day): string {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number)
  const ms =
    test === 'atLeast'
      ? new Date(year, month - 1, date).getTime()
      : new Date(year, month - 1, date + 1).getTime() - 1
  return Number.isNaN(ms) ? '' : String(ms)
}

/** The latest change first is the order in which lists are kept: there is nothing to sort. */
const isLatest = ({ column, direction }: RegisterSort): boolean =>
  column === '@updatedAt' && direction === 'down'

/** Up, down, as at first: what the next click on a head does. The column of the first order only turns round. */
export function nextSort(sort: View['sort'], column: string, first: RegisterSort): View['sort'] {
  const now = sort ?? first
  if (now.column !== column) return { column, direction: 'up' }
  if (column === first.column) return now.direction === first.direction ? { column, direction: 'up' } : null
  return now.direction === 'up' ? { column, direction: 'down' } : null
}

/** Tests that make sense for a column, the usual one first. */
export function testsOf({ kind, inRows }: Column): readonly ConditionTest[] {
  if (inRows) return ['contains', 'oneOf', 'empty', 'filled']
  switch (kind) {
    case 'text':
      return ['contains', 'is', 'isNot', 'oneOf', 'empty', 'filled']
    case 'choice':
      return ['oneOf', 'contains', 'isNot', 'empty', 'filled']
    case 'state':
      return ['oneOf']
    case 'number':
    case 'day':
      return ['between', 'is', 'isNot', 'oneOf', 'empty', 'filled']
    case 'moment':
      return ['between']
  }
}
