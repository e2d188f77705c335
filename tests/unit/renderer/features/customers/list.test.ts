import { describe, expect, it } from 'vitest'
import { masked } from '../../../../../shared/kernel/mask'
import type { ListRow } from '../../../../../shared/search/list-row'
import {
  allColumns,
  cellText,
  shownColumns,
  type CellWords,
} from '../../../../../renderer/features/customers/list-columns'
import {
  isWideOpen,
  nextSort,
  noFilter,
  queryOf,
} from '../../../../../renderer/features/customers/list-filter'
import { printOf, sheetOf } from '../../../../../renderer/features/customers/list-print'

const row: ListRow = {
  id: 'c1',
  list: '@customer',
  state: 'active',
  number: 'KH-1',
  title: '示例甲有限公司',
  on: '',
  createdAt: 0,
  updatedAt: Date.UTC(2026, 0, 5, 6),
  createdBy: '',
  updatedBy: '示例员工甲',
  customers: [],
  cells: {
    name: '示例甲有限公司',
    code: 'KH-1',
    phone: '13800001234',
    creditLimit: '50000',
    since: '2026-01-05',
  },
  words: '',
  dues: [],
  conflicts: 0,
  corrections: 0,
  files: 0,
  from: '',
}

const words: CellWords = {
  show: (text, type) => masked(text, type, { phone: true, idNumber: true }),
  state: () => '正常',
  now: null,
}
const columns = (...keys: readonly string[]) => allColumns.filter(({ key }) => keys.includes(key))

describe('the list of customers', () => {
  it('asks for active ones first, and for what its bar says', () => {
    expect(queryOf(noFilter, null)).toEqual({ states: ['active'] })
    expect(
      queryOf(
        { ...noFilter, text: ' 示例 ', state: 'all', region: '示例市' },
        { column: 'code', as: 'plain', direction: 'up' },
      ),
    ).toEqual({
      states: ['active', 'closed'],
      text: '示例',
      filters: [{ column: 'region', test: 'is', value: '示例市' }],
      sort: { column: 'code', as: 'plain', direction: 'up' },
    })
    expect(isWideOpen({ ...noFilter, text: ' ' })).toBe(true)
    expect(isWideOpen({ ...noFilter, level: 'A' })).toBe(false)
  })

  it('sorts up, then down, then as before', () => {
    const up = nextSort(null, 'name', 'text')
    const down = nextSort(up, 'name', 'text')
    expect([up?.direction, down?.direction, nextSort(down, 'name', 'text')]).toEqual(['up', 'down', null])
    expect(nextSort(up, 'code', 'plain')).toEqual({ column: 'code', as: 'plain', direction: 'up' })
  })

  it('shows the columns that were chosen, always with the name', () => {
    expect(shownColumns(['phone', 'gone']).map(({ key }) => key)).toEqual(['name', 'phone'])
    expect(shownColumns(undefined).map(({ key }) => key)).toContain('@state')
  })

  it('prints what it shows, masked where the firm wants it', () => {
    const table = {
      title: '客户一览',
      columns: columns('name', 'phone', 'creditLimit', 'since', '@state'),
      rows: [row],
      label: () => '列',
      words,
    }
    const [line] = printOf(table, { firm: '示例' }, '').rows
    expect(line).toEqual(['示例甲有限公司', '138****1234', '50,000.00', '2026年1月5日', '正常'])
  })

  it('goes to Excel with real numbers and days, phones as masked texts', () => {
    const table = {
      title: '客户一览',
      columns: columns('phone', 'creditLimit', 'since', '@updatedAt', '@updatedBy'),
      rows: [row],
      label: () => '列',
      words,
    }
    const sheet = sheetOf(table, 480)
    expect(sheet.rows).toEqual([
      ['138****1234', 50_000, 46_027, Date.UTC(2026, 0, 5, 14) / 86_400_000 + 25_569, '示例员工甲'],
    ])
    expect(sheet.columns[0]?.format).toBe('@')
  })

  it('tells the state in words', () => {
    const [state] = columns('@state')
    expect(state && cellText(row, state, words)).toBe('正常')
  })

  it('shows the 手机 as the number to call of whom no 电话 is known', () => {
    const [phone] = columns('phone')
    const shown = (cells: ListRow['cells']) =>
      phone && cellText({ ...row, cells }, phone, { ...words, show: (text) => text })
    expect(shown({ mobile: '13800005678' })).toBe('13800005678')
    expect(shown({ phone: '0571-88001000', mobile: '13800005678' })).toBe('0571-88001000')
    expect(shown({})).toBe('')
  })
})
