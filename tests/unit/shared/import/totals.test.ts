import { describe, expect, it } from 'vitest'
import {
  customersTarget,
  findHeads,
  headKnowledge,
  planImport,
  readEntries,
  type ImportTarget,
  type SourceSheet,
} from '../../../../shared/import'
import { isTotalLine } from '../../../../shared/import/total-line'
import { nextId } from '../../../support/import/plan-into'

const table = (...lines: readonly (readonly string[])[]): SourceSheet => ({
  name: '',
  hidden: false,
  rows: lines.map((cells, at) => ({
    number: at + 1,
    hidden: false,
    cells: cells.map((text) => (text === '' ? null : { cell: 'text', text })),
  })),
  merges: [],
  hiddenColumns: [],
  from1904: false,
  formulas: 0,
  withoutValue: 0,
})

const isTotal = (...texts: readonly string[]) => {
  const [row] = table(texts).rows
  return row !== undefined && isTotalLine(row, false, new Set(['本地合计']))
}

function planned(target: ImportTarget, sheet: SourceSheet, withTotals = false) {
  const knowledge = headKnowledge(target)
  const heads = findHeads(sheet, knowledge.knows)
  if (!heads) throw new Error('no heads')
  const mapping = knowledge.guess(heads.row, heads.heads)
  const entries = readEntries({
    sheet,
    target,
    mapping,
    names: { person: () => undefined, customer: () => undefined },
    newId: nextId,
    withTotals,
  })
  return planImport({
    target,
    entries,
    matching: { key: null, whenThere: 'skip' },
    as: 'draft',
    known: { bearers: () => [], isTaken: () => false, nextNumber: () => '' },
    today: '2026-11-21',
    batch: 'b1',
    newId: nextId,
  }).planned
}

describe('a line that adds up others', () => {
  it.each([
    ['合计'],
    ['合 计'],
    ['小计：'],
    ['总计', '12'],
    ['', '本页合计', '3'],
    ['合计25户'],
    ['共计: 25 家'],
    ['华东 汇总', '', '1,234.00'],
    ['华东小计', '3'],
    ['累计金额'],
    ['合计（元）', '1234.5'],
    ['合计：1,234.00'],
    ['合计金额：1234.5元'],
    ['总额'],
    ['汇总', '7'],
  ])('is known by its first filled cell: %s', (...texts) => {
    expect(isTotal(...texts)).toBe(true)
  })

  it.each([
    ['合计通商贸有限公司'],
    ['上海汇总科技'],
    ['示例商店', '合计'],
    ['总计算机公司'],
    ['小计划文具店'],
    ['示例会计'],
    ['本地合计'],
    ['　本地合计 '],
    ['王小计', '13800000001'],
    ['王小计', '0571-88880001'],
    ['李 汇总', '示例乙商店'],
    ['华东小计'],
    [''],
  ])('is not taken for one that only begins like it, or names a fixed 明细行: %s', (...texts) => {
    expect(isTotal(...texts)).toBe(false)
  })

  it('is skipped with a finding, and a customer like the others when that is wanted', () => {
    const sheet = table(
      ['客户名称', '电话'],
      ['示例甲商店', '0571-88880001'],
      ['小计', '1'],
      ['示例乙商店', '0571-88880002'],
      ['合计', '2'],
    )
    const told = planned(customersTarget, sheet).map(({ entry, does, findings }) => [
      entry.lines[0],
      does,
      ...findings.map(({ problem }) => problem.problem),
    ])
    expect(told).toEqual([
      [2, 'create'],
      [3, 'skip', 'total'],
      [4, 'create'],
      [5, 'skip', 'total'],
    ])
    const all = planned(customersTarget, sheet, true)
    expect(all.map(({ entry }) => entry.values.fields['name'])).toEqual([
      '示例甲商店',
      '小计',
      '示例乙商店',
      '合计',
    ])
    expect(all.every(({ does }) => does !== 'skip')).toBe(true)
  })

  it('between the 明细行 of an entry leaves these together', () => {
    const [shop, total] = planned(
      customersTarget,
      table(['客户名称', '姓名'], ['示例甲商店', '张示例'], ['', '李示例'], ['小计', '2'], ['', '王示例']),
    )
    expect(shop?.entry.lines).toEqual([2, 3, 5])
    expect(shop?.entry.values.rows['contacts']?.map(({ cells }) => cells['name'])).toEqual([
      '张示例',
      '李示例',
      '王示例',
    ])
    expect(total).toMatchObject({ does: 'skip', entry: { lines: [4] } })
  })
})
