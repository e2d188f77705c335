import { describe, expect, it } from 'vitest'
import { ListIndex } from '../../../../shared/search/list-index'
import { listLine } from '../../../support/list-line'
import { CUSTOMERS } from '../../../../shared/search/list-row'

const record = (id: string, ...customers: readonly string[]) => listLine({ id, customers })
const customer = (id: string, title: string, into = '') =>
  listLine({ id, list: CUSTOMERS, title, from: into, state: into === '' ? 'active' : 'merged' })

const index = new ListIndex((list) => ({ name: list, words: '' }))
const recordsOf = (key: string) => [...index.page({ customers: [key] }, 0, 10).ids].sort()

describe('the records of a customer', () => {
  it('are those that name it, one that it took in, or the name of one of these without a link', () => {
    index.put([
      record('r1', 'c1'),
      record('r2', 'c2', '=别的'),
      record('r3', '=示例丙A'),
      record('r4', 'c4'),
      customer('c1', '示例甲'),
      customer('c2', '示例乙', 'c1'),
      customer('c3', '示例丙A', 'c2'),
      customer('c4', '示例丁'),
    ])
    expect(recordsOf('c1')).toEqual(['r1', 'r2', 'r3'])
    expect(recordsOf('c2')).toEqual(['r2'])
    expect(recordsOf('=示例丙A')).toEqual(['r3'])
    expect(recordsOf('c9')).toEqual([])
  })

  it('are its own again when a merge was undone', () => {
    index.put([customer('c2', '示例乙')])
    expect(recordsOf('c1')).toEqual(['r1'])
    expect(recordsOf('c2')).toEqual(['r2', 'r3'])
  })
})
