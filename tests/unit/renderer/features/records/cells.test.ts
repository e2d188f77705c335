import { describe, expect, it } from 'vitest'
import { cellText, type CellWords } from '../../../../../renderer/features/records/cell-text'
import type { Column } from '../../../../../renderer/features/records/columns'
import { moveInList } from '../../../../../renderer/ui/list/move-in-list'
import { registerPrint } from '../../../../../renderer/features/records/register-print'
import { registerSheet, sheetRow } from '../../../../../renderer/features/records/register-sheet'
import { rangeOf, toggled, withAll } from '../../../../../renderer/ui/list/selection'
import { startLanguage } from '../../../../../renderer/i18n'
import type { FieldType } from '../../../../../shared/forms/field'
import { masked } from '../../../../../shared/kernel/mask'
import { row } from './row'

startLanguage('zh-CN')

const words: CellWords = {
  now: null,
  state: (state) => `<${state}>`,
  mask: (text, type) => masked(text, type, { phone: true, idNumber: true }),
}
const column = (key: string, type?: FieldType, inRows = false): Column => ({
  key,
  label: `列 ${key}`,
  kind: type?.type === 'money' ? 'number' : 'text',
  width: 100,
  inRows,
  ...(type ? { field: { key, label: key, type, required: false, max: 30 } } : {}),
})
const columns = [
  column('@number'),
  column('@state'),
  column('@updatedAt'),
  column('sum', { type: 'money' }),
  column('phone', { type: 'phone' }),
  column('days', { type: 'date' }, true),
]
const record = row({
  cells: { sum: '1234.5', phone: '13800001234', days: '2026-01-05、2026-02-06' },
})

describe('a cell', () => {
  it('is told as people read it: amounts, days one by one, masked phones, whole times', () => {
    expect(columns.map((each) => cellText(record, each, words))).toEqual([
      'TS-2026-0007',
      '<void>',
      '2026年11月21日 14:03',
      '1,234.50',
      '138****1234',
      '2026年1月5日、2026年2月6日',
    ])
  })
})

describe('a register on paper', () => {
  const input = {
    title: '示例台账',
    letterhead: { firm: '示例电器有限公司' },
    columns,
    rows: [record],
    totalLabel: '合计',
    words,
    footnote: '打印时间',
  }

  it('has the columns of the screen and a line of sums behind the last record', () => {
    const print = registerPrint({ ...input, totals: { sum: '1234.5' } })
    expect(print.columns.map(({ label }) => label)).toEqual(columns.map(({ label }) => label))
    expect(print.columns[3]?.align).toBe('right')
    expect(print.rows).toHaveLength(2)
    expect(print.rows[1]).toEqual(['合计', '', '', '1,234.50', '', ''])
  })

  it('has no sums when it is only a part', () => {
    expect(registerPrint({ ...input, totals: null }).rows).toHaveLength(1)
  })
})

describe('a register for Excel', () => {
  it('has amounts as numbers, and masked phones as texts', () => {
    expect(sheetRow(record, columns, words)[3]).toBe(1234.5)
    expect(sheetRow(record, columns, words)[4]).toBe('138****1234')
    expect(sheetRow(row(), columns, words).slice(3)).toEqual([null, null, null])
    expect(registerSheet('示例', columns, []).columns.map(({ format }) => format)).toEqual([
      '@',
      '@',
      '@',
      '#,##0.00',
      '@',
      '@',
    ])
  })
})

describe('keys in a list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 8],
    ['PageDown', 8, 9],
    ['PageUp', 3, 0],
    ['Home', 5, 0],
    ['End', 5, 9],
  ])('%s leads from %i to %i of ten lines', (key, at, to) => {
    expect(moveInList(key, at, 10, 5)).toBe(to)
  })

  it('leaves other keys and an empty list alone', () => {
    expect(moveInList('a', 3, 10, 5)).toBeNull()
    expect(moveInList('ArrowDown', 0, 0, 5)).toBeNull()
  })
})

describe('what is chosen', () => {
  it('is chosen and left again one by one, and grows by ranges either way', () => {
    expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b'])
    expect([...toggled(new Set(['a', 'b']), 'a')]).toEqual(['b'])
    expect([...withAll(new Set(['a']), ['a', 'c'])]).toEqual(['a', 'c'])
    expect(rangeOf(7, 3)).toEqual({ from: 3, count: 5 })
    expect(rangeOf(3, 7)).toEqual({ from: 3, count: 5 })
  })
})
