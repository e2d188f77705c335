import { assertNever } from '../kernel/assert-never'
import { BETWEEN, isOfRows } from './columns'
import type { Column, ListColumns } from './list-columns'
import type { ColumnFilter, ListQuery } from './list-query'
import { CUSTOMERS } from './list-row'

export type ColumnOf = (column: string) => Column

/**
 * Whether the line at a place is left by everything in a query but its words. `keysOf`: under which keys records name a customer
 * (`customerKeys`).
 */
export function makeFilter(
  query: ListQuery,
  columns: ListColumns,
  columnOf: ColumnOf,
  keysOf: (customer: string) => readonly string[],
): (place: number) => boolean {
  const { list, states, from, to, customers, person, filters = [] } = query
  const own = columns.numberOfList(list ?? CUSTOMERS)
  const tests: ((place: number) => boolean)[] = [
    list === undefined
      ? (place) => columns.listNumberAt(place) !== own
      : (place) => columns.listNumberAt(place) === own,
  ]
  if (states)
    tests.push(byText(columns.column('@state'), (state) => states.some((wanted) => wanted === state)))
  if (from !== undefined) tests.push(byText(columns.column('@on'), (on) => on >= from))
  if (to !== undefined) tests.push(byText(columns.column('@on'), (on) => on !== '' && on <= to))
  if (person !== undefined) tests.push(columns.by(person))
  if (customers) {
    const wanted = new Set(customers.flatMap(keysOf))
    tests.push((place) => columns.customersAt(place).some((key) => wanted.has(key)))
  }
  for (const filter of filters) tests.push(byText(columnOf(filter.column), testOf(filter)))
  const [isOfList, ...others] = tests
  return (place) => isOfList?.(place) === true && others.every((test) => test(place))
}

/** Each different text is tested once, when it is first met. */
function byText(column: Column, test: (text: string) => boolean): (place: number) => boolean {
  const known = new Uint8Array(column.bound)
  return (place) => {
    const number = column.numberAt(place)
    if (known[number] === 0) known[number] = test(column.textOf(number)) ? YES : NO
    return known[number] === YES
  }
}

const [YES, NO] = [1, 2] as const

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
