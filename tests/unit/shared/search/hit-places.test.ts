import { describe, expect, it } from 'vitest'
import type { FieldColumn } from '../../../../shared/search/columns'
import { markIn, whereFound, type Marked } from '../../../../shared/search/hit-places'

const column = (key: string, label: string, type: 'text' | 'longText' | 'phone' | 'person'): FieldColumn => ({
  key,
  label,
  field: { key, label, type: { type }, required: false, max: 0 },
  inRows: false,
})
const columns = [
  column('by', '受理人', 'person'),
  column('phone', '电话', 'phone'),
  column('reason', '投诉内容', 'longText'),
  column('wish', '客户要求', 'longText'),
]
const line = {
  number: 'TS-2026-0042',
  title: '重庆示例公司',
  form: '客户投诉登记表',
  cells: {
    by: '曾小明',
    phone: '0571-8888 1234',
    reason: '𠮷'.repeat(30) + '厨房水管漏水，\n第三次了，' + '请尽快。'.repeat(10),
    wish: '漏水赔偿',
  },
}
const found = (...wanted: string[]) => whereFound(line, columns, wanted)
const marked = ({ text, marks }: Marked) => marks.map(([from, to]) => text.slice(from, to))

describe('where a search found a line', () => {
  it('marks the words in number, title and form, as written and as pinyin', () => {
    expect(marked(found('0042').number)).toEqual(['0042'])
    expect(marked(found('20260042').number)).toEqual(['2026', '0042'])
    expect(found('20260042').cells).toEqual([])
    expect(marked(found('cq').title)).toEqual(['重庆'])
    expect(marked(found('tousu', '登记').form)).toEqual(['投诉登记'])
    expect(found('0042', 'cq').cells).toEqual([])
  })

  it('shows the part of a field that holds what is nowhere else, in one line and with whole characters', () => {
    const [cell, ...more] = found('漏水').cells
    expect(more).toEqual([])
    expect(cell?.column.label).toBe('投诉内容')
    expect(cell?.part.text).toMatch(/^…𠮷+厨房水管漏水， 第三次了，[请尽快。]+…$/u)
    expect(cell && marked(cell.part)).toEqual(['漏水'])
  })

  it('names a field for each word that needs one, two at most', () => {
    const labels = found('漏水', '赔偿', 'zxm').cells.map((cell) => cell.column.label)
    expect(labels).toEqual(['投诉内容', '客户要求'])
  })

  it('finds a person by a surname’s own reading and a phone by its digits', () => {
    expect(found('zengxiaoming').cells.map(({ part }) => marked(part))).toEqual([['曾小明']])
    expect(found('888812').cells.map(({ part }) => marked(part))).toEqual([['8888', '12']])
    expect(found('057-18888').cells.map(({ part }) => marked(part))).toEqual([['0571', '8888']])
  })

  it('marks nothing where nothing stands', () => {
    expect(markIn('示例', ['漏水'])).toEqual({ text: '示例', marks: [] })
  })
})
