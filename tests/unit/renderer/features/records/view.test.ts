import { describe, expect, it } from 'vitest'
import type { Column } from '../../../../../renderer/features/records/columns'
import type { Period } from '../../../../../renderer/features/records/periods'
import {
  filtersOf,
  isWideOpen,
  nextSort,
  queryOf,
  testsOf,
  wideOpen,
  type View,
} from '../../../../../renderer/features/records/view'

const column = (key: string, kind: Column['kind'], inRows = false): Column => ({
  key,
  label: key,
  kind,
  width: 100,
  inRows,
})
const latest = { column: '@updatedAt', direction: 'down' } as const
const columns = [column('amount', 'number'), column('reason', 'text'), column('@updatedAt', 'moment')]
const ask = (view: Partial<View>, today = '2026-11-21', code = '') =>
  queryOf({ ...wideOpen, ...view }, { code, today, columns, firstSort: latest, totals: [] })

describe('what a register is set to', () => {
  it('asks for everything when it is open', () => {
    expect(ask({})).toEqual({})
    expect(isWideOpen(wideOpen)).toBe(true)
    expect(isWideOpen({ ...wideOpen, sort: { column: 'amount', direction: 'up' } })).toBe(true)
  })

  it('asks for words, form, state, person and customer, with and without an id', () => {
    const view = {
      text: ' 示例 ',
      state: 'void',
      person: '示例员工甲',
      customer: { name: '示例客户乙' },
    } as const
    expect(ask(view, '2026-11-21', 'KHTS-BD-001')).toEqual({
      list: 'KHTS-BD-001',
      text: '示例',
      states: ['void'],
      person: '示例员工甲',
      customers: ['=示例客户乙'],
    })
    expect(ask({ customer: { id: 'c1', name: '示例客户乙' } }).customers).toEqual(['c1'])
    expect(isWideOpen({ ...wideOpen, ...view })).toBe(false)
  })

  it.each([
    ['today', '2026-11-21', '2026-11-21', '2026-11-21'],
    // A Saturday, a Sunday and a Monday: weeks begin on Monday.
    ['week', '2026-11-21', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['week', '2027-01-01', '2026-12-28', '2027-01-03'],
    ['month', '2028-02-03', '2028-02-01', '2028-02-29'],
    ['month', '2026-12-03', '2026-12-01', '2026-12-31'],
    ['lastMonth', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['quarter', '2026-11-21', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['year', '2026-11-21', '2026-01-01', '2026-12-31'],
  ] as const)('%s, on %s, is %s to %s', (period: Period, today, from, to) => {
    expect(ask({ period }, today)).toEqual({ from, to })
  })

  it('leaves an own period open where no day is given', () => {
    expect(ask({ period: 'own', from: '2026-01-05' })).toEqual({ from: '2026-01-05' })
  })

  it('sorts numbers as numbers and texts as people read them, and forgets columns that are gone', () => {
    expect(ask({ sort: { column: 'amount', direction: 'down' } }).sort).toEqual({
      column: 'amount',
      as: 'number',
      direction: 'down',
    })
    expect(ask({ sort: { column: 'reason', direction: 'up' } }).sort?.as).toBe('text')
    expect(ask({ sort: { column: 'gone', direction: 'up' } })).toEqual({})
    expect(ask({ conditions: [{ column: 'gone', test: 'filled' }] })).toEqual({})
  })

  it('goes up, down and back to the first order, whose own column only turns round', () => {
    const up = nextSort(null, 'reason', latest)
    expect(up).toEqual({ column: 'reason', direction: 'up' })
    expect(nextSort(up, 'reason', latest)).toEqual({ column: 'reason', direction: 'down' })
    expect(nextSort({ column: 'reason', direction: 'down' }, 'reason', latest)).toBeNull()
    expect(nextSort(up, 'amount', latest)).toEqual({ column: 'amount', direction: 'up' })
    const turned = nextSort(null, '@updatedAt', latest)
    expect(turned).toEqual({ column: '@updatedAt', direction: 'up' })
    expect(nextSort(turned, '@updatedAt', latest)).toBeNull()
  })

  it('asks for the first order where a person chose none', () => {
    const on = { column: '@on', direction: 'down' } as const
    const dated = [...columns, column('@on', 'day')]
    const asked = queryOf(wideOpen, { code: '', today: '', columns: dated, firstSort: on, totals: [] })
    expect(asked.sort).toEqual({ column: '@on', as: 'plain', direction: 'down' })
  })

  it('makes two tests of a range, one when an end is open, and whole days of moments', () => {
    const amount = column('amount', 'number')
    const range = { column: 'amount', test: 'between', from: '1', to: '20' } as const
    expect(filtersOf(range, amount)).toEqual([
      { column: 'amount', test: 'atLeast', value: '1', as: 'number' },
      { column: 'amount', test: 'atMost', value: '20', as: 'number' },
    ])
    expect(filtersOf({ ...range, from: '' }, amount)).toHaveLength(1)
    const days = { column: '@updatedAt', test: 'between', from: '2026-11-21', to: '2026-11-21' } as const
    const [first, last] = filtersOf(days, column('@updatedAt', 'moment'))
    const at = (filter: typeof first) => Number(filter && 'value' in filter ? filter.value : NaN)
    expect(at(last) - at(first)).toBe(24 * 60 * 60 * 1000 - 1)
    expect(new Date(at(first)).getDate()).toBe(21)
  })

  it('offers no range for values of 明细行, of which a cell holds several', () => {
    expect(testsOf(column('sum', 'number', true))).not.toContain('between')
    expect(testsOf(column('sum', 'number'))[0]).toBe('between')
  })
})
