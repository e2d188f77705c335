import { describe, expect, it } from 'vitest'
import { entryByCode } from '../../../../shared/catalogue'
import {
  customersTarget,
  findHeads,
  headKnowledge,
  recordsTarget,
  type SourceSheet,
} from '../../../../shared/import'
import type { MergedArea } from '../../../../shared/import/cell'

const sheet = (lines: readonly (readonly string[])[], merges: readonly MergedArea[] = []): SourceSheet => ({
  name: '',
  hidden: false,
  rows: lines.map((cells, i) => ({
    number: i + 1,
    hidden: false,
    cells: cells.map((text) =>
      text === ''
        ? null
        : /^\d+$/.test(text)
          ? { cell: 'number', number: text, shows: 'plain' }
          : { cell: 'text', text },
    ),
  })),
  merges,
  hiddenColumns: [],
  from1904: false,
  formulas: 0,
  withoutValue: 0,
})

const area = (top: number, bottom: number, left: number, right: number): MergedArea => ({
  top,
  bottom,
  left,
  right,
})

describe('the heads of a table', () => {
  const { knows } = headKnowledge(customersTarget)

  it('stand under a title, whatever its length', () => {
    const found = findHeads(
      sheet([['客户名单'], ['制表：示例'], ['序号', '单 位 名 称', '联系\n电话'], ['1', '示例', '1']]),
      knows,
    )
    expect(found).toEqual({ row: 3, heads: ['序号', '单位名称', '联系电话'] })
  })

  it('of two lines are joined, the merged ones with those below them', () => {
    const found = findHeads(
      sheet(
        [
          ['名单', '', '', ''],
          ['名称', '联系', '', '地址'],
          ['', '电话', '手机', ''],
          ['示例', '1', '2', '路'],
        ],
        [area(1, 1, 0, 3), area(2, 3, 0, 0), area(2, 2, 1, 2), area(2, 3, 3, 3)],
      ),
      knows,
    )
    expect(found).toEqual({ row: 3, heads: ['名称', '联系 · 电话', '联系 · 手机', '地址'] })
  })

  it('are not found where there are only figures', () => {
    expect(
      findHeads(
        sheet([
          ['1', '2'],
          ['3', '4'],
        ]),
        knows,
      ),
    ).toBeNull()
  })

  it('are found without a known word where they are different texts above figures', () => {
    expect(
      findHeads(
        sheet([
          ['甲', '乙', '丙'],
          ['1', '2', '3'],
        ]),
        knows,
      )?.row,
    ).toBe(1)
  })
})

describe('the guess of a mapping', () => {
  const guess = (...heads: readonly string[]) =>
    headKnowledge(customersTarget)
      .guess(1, heads)
      .columns.map(({ to }) => to)

  it('knows names, synonyms, units, marks of duty and brackets', () => {
    expect(
      guess(
        '*公司名称（必填）',
        '联系人',
        'Tel',
        '手机号码',
        '注册资本（万元）',
        '税号',
        '首次合作日期',
        'E-mail',
        '业务员',
        '天气',
      ),
    ).toEqual([
      'name',
      'contact',
      'phone',
      'mobile',
      'capital',
      'creditCode',
      'since',
      'email',
      'owner',
      null,
    ])
  })

  it('knows 座机 as the telephone of the customer before that of a contact, and 省市 as the region', () => {
    expect(guess('客户名称', '座机', '所在省市')).toEqual(['name', 'phone', 'region'])
    expect(guess('客户名称', '联系电话', '座机')).toEqual(['name', 'phone', '["contacts","*","phone"]'])
  })

  it('gives each field to one column, the surest first', () => {
    expect(guess('单位', '客户名称')).toEqual([null, 'name'])
    expect(guess('备注', '问题')).toEqual(['note', null])
  })

  it('follows what is remembered, also that a column is left out', () => {
    const { columns } = headKnowledge(customersTarget).guess(1, ['抬头', '联系电话', '备用'], {
      抬头: 'shortName',
      联系电话: null,
      备用: 'gone',
    })
    expect(columns.map(({ to }) => to)).toEqual(['shortName', null, null])
  })

  it('knows the fields of a form by label and meaning', () => {
    const template = entryByCode('KHTS-BD-001')?.template
    if (!template) throw new Error('no form')
    const { columns } = headKnowledge(recordsTarget(template)).guess(1, [
      '单号',
      '登记日期',
      '客户',
      '投诉类别',
    ])
    expect(columns.map(({ to }) => to)).toEqual(['no', 'on', 'customer', 'kind'])
  })
})
