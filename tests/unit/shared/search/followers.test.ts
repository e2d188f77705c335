import { describe, expect, it } from 'vitest'
import { ListIndex } from '../../../../shared/search/list-index'
import { listLine } from '../../../support/list-line'
import { CUSTOMERS, type ListRow } from '../../../../shared/search/list-row'

const first = listLine({
  id: 'r1',
  on: '2026-01-05',
  customers: ['c1'],
  dues: [{ label: '下次', on: '2026-02-05', done: false, kind: 'next', at: 'next', who: '', about: '' }],
})
const later = (row: Partial<ListRow>) => listLine({ id: 'r2', on: '2026-02-04', ...row })
const customer = (id: string, title: string, into = '') =>
  listLine({ id, list: CUSTOMERS, title, from: into, state: into === '' ? 'active' : 'merged' })

const open = (...rows: readonly ListRow[]) => {
  const index = new ListIndex((list) => ({ name: list, words: '' }))
  index.put([first, ...rows])
  return index.dues('2026-12-31').map(({ id }) => id)
}

describe('what was to follow', () => {
  it('has followed when a later record names the same customer', () => {
    expect(open()).toEqual(['r1'])
    expect(open(later({ customers: ['c1'] }))).toEqual([])
    expect(open(later({ customers: ['c2'] }))).toEqual(['r1'])
  })

  it('has followed when the two customers are one by now, through a chain of merges', () => {
    const merged = [customer('c1', '示例甲'), customer('c2', '示例乙', 'c3'), customer('c3', '示例丙', 'c1')]
    expect(open(later({ customers: ['c2'] }), ...merged)).toEqual([])
    expect(open(later({ customers: ['c2'] }), customer('c1', '示例甲'), customer('c2', '示例乙'))).toEqual([
      'r1',
    ])
  })

  it('has followed when the later record names the customer by a name that just one bears', () => {
    const named = later({ customers: ['=示例甲A'] })
    expect(open(named, customer('c1', '示例甲A'))).toEqual([])
    expect(open(named, customer('c1', '示例甲A'), customer('c2', '示例甲A'))).toEqual(['r1'])
  })

  it('has not followed by a draft or a void record', () => {
    expect(open(later({ customers: ['c1'], state: 'draft' }))).toEqual(['r1'])
    expect(open(later({ customers: ['c1'], state: 'void' }))).toEqual(['r1'])
    expect(open(later({ customers: ['c1'], state: 'closed' }))).toEqual([])
  })
})
