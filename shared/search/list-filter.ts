import { assertNever } from '../kernel/assert-never'
import { BETWEEN, isOfRows } from './columns'
import type { ListColumns } from './list-columns'
import type { ColumnFilter, ListQuery } from './list-query'
import { CUSTOMERS } from './list-row'

export type TextAt = (place: number, column: string) => string

/** Whether the line at a place is left by everything in a query but its words. */
export function makeFilter(
  query: ListQuery,
  columns: ListColumns,
  textAt: TextAt,
): (place: number) => boolean {
  const { list, states, from, to, customers, person, filters = [] } = query
  const wantedStates = states && new Set<string>(states)
  const wantedCustomers = customers && new Set(customers)
  const tests = filters.map(testOf)
  return (place) => {
    const own = columns.listAt(place)
    if (list === undefined ? own === CUSTOMERS : own !== list) return false
    if (wantedStates && !wantedStates.has(columns.stateAt(place))) return false
    const on = columns.onAt(place)
    if (from !== undefined && on < from) return false
    if (to !== undefined && (on === '' || on > to)) return false
    if (person !== undefined && !columns.isBy(place, person)) return false
    if (wantedCustomers && !columns.customersAt(place).some((key) => wantedCustomers.has(key))) return false
    return filters.every((filter, i) => tests[i]?.(textAt(place, filter.column)) === true)
  }
}

/** A column of 明细行 holds several values: one that fits is enough, so does the whole of a text that has 、 in itself. */
function testOf(filter: ColumnFilter): (text: string) => boolean {
  const test = testOfValue(filter)
  if (!isOfRows(filter.column)) return test
  switch (filter.test) {
    case 'is':
    case 'oneOf':
      return (text) => test(text) || text.split(BETWEEN).some(test)
    case 'atLeast':
    case 'atMost':
      return (text) => text.split(BETWEEN).some(test)
    case 'isNot':
      return (text) => test(text) && text.split(BETWEEN).every(test)
    case 'contains':
    case 'empty':
    case 'filled':
      return test
    default:
      return assertNever(filter)
  }
}

function testOfValue(filter: ColumnFilter): (text: string) => boolean {
  switch (filter.test) {
    case 'contains': {
      const wanted = filter.value.trim().toLowerCase()
      return (text) => text.toLowerCase().includes(wanted)
    }
    case 'is': {
      const wanted = filter.value.toLowerCase()
      return (text) => text.toLowerCase() === wanted
    }
    case 'isNot': {
      const wanted = filter.value.toLowerCase()
      return (text) => text.toLowerCase() !== wanted
    }
    case 'oneOf': {
      const wanted = new Set(filter.values.map((value) => value.toLowerCase()))
      return (text) => wanted.has(text.toLowerCase())
    }
    case 'empty':
      return (text) => text === ''
    case 'filled':
      return (text) => text !== ''
    case 'atLeast':
    case 'atMost': {
      const { value, as, test } = filter
      const compare = as === 'number' ? (text: string) => Number(text) - Number(value) : letters(value)
      return (text) => text !== '' && (test === 'atLeast' ? compare(text) >= 0 : compare(text) <= 0)
    }
    default:
      return assertNever(filter)
  }
}

/** A day is at most a month when it lies in it: only as many letters are compared as were given. */
const letters =
  (value: string) =>
  (text: string): number => {
    const part = text.slice(0, value.length)
    return part < value ? -1 : part > value ? 1 : 0
  }
