import { describe, expect, it } from 'vitest'
import { ListIndex } from '../../../../shared/search/list-index'
import { listLine } from '../../../support/list-line'
import { CUSTOMERS, type Due, type ListRow } from '../../../../shared/search/list-row'

const line = (id: string, more: Partial<ListRow> = {}) => listLine({ id, ...more })
const indexOf = (...rows: readonly ListRow[]) => {
  const index = new ListIndex((list) => ({ name: list === 'KHA' ? '投诉登记表' : list, words: 'tsdjb' }))
  index.put(rows)
  return index
}

describe('finding for the one search box', () => {
  it('puts first what begins with the word: number, title, pinyin of the title; then what holds it, the latest first', () => {
    const index = indexOf(
      line('cell old', { cells: { a: 'ab' }, updatedAt: 1 }),
      line('cell new', { cells: { a: 'ab' }, updatedAt: 2 }),
      line('within', { title: 'x ab' }),
      line('pinyin', { title: '阿波', words: 'ab abo' }),
      line('title', { title: 'abc' }),
      line('number', { number: 'ab-1' }),
      line('whole', { title: 'ab' }),
    )
    const { records } = index.find('AB', { customers: 5, records: 9 })
    expect(records.ids).toEqual(['whole', 'number', 'title', 'pinyin', 'within', 'cell new', 'cell old'])
  })

  it('counts all and answers as many as were asked for, customers apart', () => {
    const index = indexOf(
      ...Array.from({ length: 40 }, (_, i) => line(`r${String(i)}`, { title: '示例', updatedAt: i })),
      line('c1', { list: CUSTOMERS, state: 'active', title: '示例客户' }),
      line('c2', { list: CUSTOMERS, state: 'merged', title: '示例客户' }),
    )
    expect(index.find('示例', { customers: 5, records: 2 })).toEqual({
      customers: { count: 1, ids: ['c1'] },
      records: { count: 40, ids: ['r39', 'r38'] },
    })
    expect(index.find(' ', { customers: 5, records: 2 }).records.count).toBe(0)
  })

  it('puts closed customers behind all others, however well they fit', () => {
    const customer = (id: string, state: ListRow['state'], title: string) =>
      line(id, { list: CUSTOMERS, state, title })
    const index = indexOf(
      customer('shut', 'closed', '示例'),
      customer('open', 'active', '成都示例商行'),
      line('done', { state: 'closed', title: '示例' }),
      line('begun', { state: 'draft', title: '示例客户' }),
    )
    const { customers, records } = index.find('示例', { customers: 5, records: 5 })
    expect(customers).toEqual({ count: 2, ids: ['open', 'shut'] })
    // 已办结 is not 销户.
    expect(records.ids).toEqual(['done', 'begun'])
  })

  it('finds words in any order, in the line and in the name of its form', () => {
    const index = indexOf(
      line('r', { title: '示例客户', cells: { a: '水管漏水' } }),
      line('s', { title: '示例' }),
    )
    for (const text of ['漏水 示例', '示例 投诉 漏', 'tsdj 水管']) {
      expect(index.find(text, { customers: 1, records: 5 }).records.ids).toEqual(['r'])
    }
  })

  it('follows a line that changes', () => {
    const index = indexOf(line('r', { number: 'TS-1', title: '示例\n客户' }))
    index.put([line('r', { number: 'TS-22', title: '别的' })])
    expect(index.find('示例', { customers: 1, records: 1 }).records.count).toBe(0)
    expect(index.find('ts-22', { customers: 1, records: 1 }).records.ids).toEqual(['r'])
  })
})

const due = (on: string, more: Partial<Due> = {}): Due => ({
  label: '期限',
  on,
  done: false,
  kind: 'deadline',
  at: 'due',
  who: '',
  about: '',
  ...more,
})

describe('days to be kept', () => {
  it('come in order, without what is done, closed, void or beyond the day', () => {
    const index = indexOf(
      line('b', { dues: [due('2026-03-02'), due('2026-03-09')] }),
      line('a', { dues: [due('2026-03-01'), due('2026-02-01', { done: true })] }),
      line('closed', { state: 'closed', dues: [due('2026-03-01')] }),
      line('void', { state: 'void', dues: [due('2026-03-01')] }),
    )
    expect(index.dues('2026-03-05').map(({ id, on }) => [id, on])).toEqual([
      ['a', '2026-03-01'],
      ['b', '2026-03-02'],
    ])
  })

  it('are those of a person who wrote the record or handles it', () => {
    const index = indexOf(
      line('wrote', { createdBy: '甲', dues: [due('2026-03-01')] }),
      line('handles', { createdBy: '乙', dues: [due('2026-03-02', { who: '甲' })] }),
      line('other', { createdBy: '乙', dues: [due('2026-03-03')] }),
    )
    expect(index.dues('2026-12-31', '甲').map(({ id }) => id)).toEqual(['wrote', 'handles'])
  })

  it('end, where something was to follow, with a later record of the same form about the same customer', () => {
    const next = (id: string, on: string, more: Partial<ListRow> = {}) =>
      line(id, { on, customers: ['c1'], dues: [due('2026-06-01', { kind: 'next' })], ...more })
    expect(indexOf(next('first', '2026-01-01'), next('second', '2026-02-01')).dues('2026-12-31')).toEqual([
      expect.objectContaining({ id: 'second' }),
    ])
    const apart = [
      next('first', '2026-01-01'),
      next('other form', '2026-02-01', { list: 'KHB' }),
      next('other customer', '2026-02-01', { customers: ['c2'] }),
      next('void', '2026-02-01', { state: 'void' }),
    ]
    expect(
      indexOf(...apart)
        .dues('2026-12-31')
        .map(({ id }) => id),
    ).toEqual(['first', 'other customer', 'other form'])
  })
})
