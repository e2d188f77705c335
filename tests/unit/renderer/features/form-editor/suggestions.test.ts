import { describe, expect, it } from 'vitest'
import { customerSuggestions } from '../../../../../renderer/features/form-editor/suggestions'
import { listLine } from '../../../../support/list-line'
import type { ListRow } from '../../../../../shared/search/list-row'

const row = (id: string, title: string, state: ListRow['state'], cells: ListRow['cells'] = {}) =>
  listLine({ id, list: '@customer', state, number: `KH-${id}`, title, cells })

const rows = [
  row('1', '示例甲公司', 'closed'),
  row('2', '示例乙公司', 'active', { contact: '示例联系人', mobile: '13800000001', level: 'A' }),
  row('3', '示例丙公司', 'merged'),
]

describe('the suggestions of a customer field', () => {
  it('are customers that are not 已销户, names that nobody filed, and the way to a new one', () => {
    const names = ['示例乙公司', '示例', '示例丁']
    const offered = customerSuggestions({ typed: '示例', rows, names, newName: '示例' })
    expect(offered.map(({ key, mark, takes }) => [key, mark ?? '', takes.offer])).toEqual([
      ['2', '', 'customer'],
      ['=示例丁', 'unlinked', 'value'],
      ['+', '', 'create'],
    ])
    expect(offered[0]).toMatchObject({ note: 'KH-2 · 示例联系人', phone: '13800000001', level: 'A' })
  })

  it('offer nothing new where nothing can be written', () => {
    expect(customerSuggestions({ typed: '', rows: [], names: [], newName: null })).toEqual([])
  })
})
