import { describe, expect, it } from 'vitest'
import type { RecordRow } from '../../../../../renderer/db'
import { columnsOf } from '../../../../../renderer/features/records/columns'
import { moveInList } from '../../../../../renderer/features/records/move-in-list'
import { registerOf } from '../../../../../renderer/features/records/register'
import { startLanguage } from '../../../../../renderer/i18n'

const row: RecordRow = {
  id: 'r1',
  list: 'KHTS-BD-001',
  templateHash: '',
  state: 'void',
  number: 'TS-2026-0007',
  title: '示例客户乙',
  customer: '示例客户乙',
  on: '2026-11-21',
  createdAt: 0,
  updatedAt: new Date('2026-11-21T14:03:00').getTime(),
  createdBy: '示例员工甲',
  updatedBy: '示例员工甲',
  conflicts: 0,
  customers: [],
  cells: {},
  words: '',
  dues: [],
  corrections: 0,
  files: 0,
  from: '',
}

startLanguage('zh-CN')

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

describe('a printed register', () => {
  const register = registerOf({
    title: '单据一览',
    letterhead: { firm: '示例电器有限公司' },
    columns: columnsOf(''),
    rows: [row],
    columnLabel: (key) => `<${key}>`,
    stateLabel: (state) => `<${state}>`,
    footnote: '打印时间',
  })

  it('has the columns of the screen, in its order', () => {
    expect(register.columns.map(({ label }) => label)).toEqual([
      '<number>',
      '<form>',
      '<title>',
      '<on>',
      '<state>',
      '<by>',
      '<updated>',
    ])
  })

  it('has every cell as it stands on the screen, with whole times', () => {
    expect(register.rows).toEqual([
      [
        'TS-2026-0007',
        '客户投诉登记表一',
        '示例客户乙',
        '2026年11月21日',
        '<void>',
        '示例员工甲',
        '2026年11月21日 14:03',
      ],
    ])
  })

  it('leaves the form out of a list of one form', () => {
    expect(columnsOf('KHTS-BD-001').map(({ key }) => key)).not.toContain('form')
  })
})
