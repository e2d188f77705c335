import { describe, expect, it } from 'vitest'
import {
  allColumns,
  columnsByKey,
  comparisonOf,
  firstColumns,
  firstSort,
  hasTotal,
  type Column,
} from '../../../../../renderer/features/records/columns'
import { withinWidths } from '../../../../../renderer/ui/list/widths'
import { movedTo } from '../../../../../renderer/features/records/column-order'
import { catalogue, entryByCode } from '../../../../../shared/catalogue'

const complaint = () => {
  const entry = entryByCode('KHTS-BD-001')
  if (!entry) throw new Error('KHTS-BD-001 is missing')
  return allColumns(entry.template, (key) => key)
}

describe('the columns of a register', () => {
  it('are those of every record, then the fields, none of them twice', () => {
    const keys = complaint().map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('reason')
    expect(keys).not.toContain('@list')
    // Number and day are told by the columns of every record, under the form's own names.
    expect(keys).not.toContain('on')
    expect(complaint().find(({ key }) => key === '@number')?.label).toBe('受理编号')
  })

  it('begin with number, state, day, the customer and what tells most, and end with the change', () => {
    const first = firstColumns(complaint())
    expect(first.slice(0, 4)).toEqual(['@number', '@state', '@on', 'customer'])
    expect(first.slice(-2)).toEqual(['@updatedAt', '@updatedBy'])
    expect(firstColumns(allColumns(null, (key) => key))).toContain('@list')
  })

  it.each(catalogue.map(({ code }) => code))('tell something of the form at first: %s', (code) => {
    const entry = entryByCode(code)
    if (!entry) throw new Error(code)
    const all = allColumns(entry.template, (key) => key)
    const first = firstColumns(all)
    expect(new Set(first).size).toBe(first.length)
    expect(columnsByKey(all, first)).toHaveLength(first.length)
    expect(first.length).toBeGreaterThan(5)
  })

  it('are ordered by the day of the record where there is one, else by the latest change', () => {
    expect(firstSort(entryByCode('KHTS-BD-001')?.template ?? null)).toEqual({
      column: '@on',
      direction: 'down',
    })
    expect(firstSort({ fields: [] })).toEqual({ column: '@updatedAt', direction: 'down' })
    expect(firstSort(null)).toEqual({ column: '@updatedAt', direction: 'down' })
  })

  it('forget keys that the form no longer has', () => {
    expect(columnsByKey(complaint(), ['gone', 'reason']).map(({ key }) => key)).toEqual(['reason'])
  })

  it('add up amounts and counts, but no percentages and no texts', () => {
    const column = (type: 'money' | 'percent'): Column => ({
      key: 'f',
      label: 'f',
      kind: 'number',
      width: 90,
      inRows: false,
      field: { key: 'f', label: 'f', type: { type }, required: false, max: 9 },
    })
    expect(hasTotal(column('money'))).toBe(true)
    expect(hasTotal(column('percent'))).toBe(false)
    expect(
      complaint()
        .filter(hasTotal)
        .map(({ key }) => key),
    ).not.toContain('reason')
    expect(comparisonOf(column('money'))).toBe('number')
  })

  it('stay within sensible widths', () => {
    expect([withinWidths(-5), withinWidths(120.4), withinWidths(99999)]).toEqual([48, 120, 800])
  })

  it('are put in order, no further than to the ends', () => {
    expect(movedTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(movedTo(['a', 'b', 'c'], 'c', -9)).toEqual(['c', 'a', 'b'])
    expect(movedTo(['a', 'b', 'c'], 'a', 99)).toEqual(['b', 'c', 'a'])
    expect(movedTo(['a', 'b'], 'gone', 0)).toEqual(['a', 'b'])
  })
})
