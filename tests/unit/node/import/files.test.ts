import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  customersTarget,
  findHeads,
  headKnowledge,
  refusalText,
  type SourceSheet,
} from '../../../../shared/import'
import { cellText } from '../../../../shared/import/cell-text'
import { readBytes } from '../../../support/import/read-bytes'
import { entriesOf } from '../../../support/import/round-trip'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../../fixtures/import', name))

async function sheetsOf(name: string): Promise<readonly SourceSheet[]> {
  const read = await readBytes(fixture(name))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value.sheets
}

const textsOf = ({ rows, from1904 }: SourceSheet) =>
  rows.map(({ cells }) => cells.map((cell) => cellText(cell, from1904)))

describe('a workbook by LibreOffice', () => {
  it('has its values, its merged areas, and what is hidden', async () => {
    const [customers, empty, second] = await sheetsOf('libreoffice.xlsx')
    if (!customers) throw new Error('no sheet')
    expect(textsOf(customers).slice(3)).toEqual([
      [
        '示例甲商行',
        '0571-88886666',
        '13800001111',
        'X1',
        '2026-01-05',
        '2026-01-05 10:20',
        '7.5%',
        '1500',
        '000123',
        '08:30',
      ],
      ['示例乙（隐藏）'],
      ['示例丙\n第二行', '#N/A', '是', '', '1900-01-01'],
    ])
    expect(customers.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, false],
      [5, true],
      [9, false],
    ])
    expect(customers).toMatchObject({ name: '客户', hiddenColumns: [3], formulas: 2, withoutValue: 0 })
    expect(customers.merges).toContainEqual({ top: 2, bottom: 3, left: 4, right: 4 })
    expect([empty?.name, empty?.rows]).toEqual(['空表', []])
    expect(second && textsOf(second)).toEqual([['姓名']])
  })

  it('has heads of two lines under a title, joined and understood', async () => {
    const [sheet] = await sheetsOf('libreoffice.xlsx')
    const { knows, guess } = headKnowledge(customersTarget)
    const heads = sheet && findHeads(sheet, knows)
    expect(heads).toMatchObject({
      row: 3,
      heads: [
        '客户名称',
        '联系方式 · 电话',
        '联系方式 · 手机',
        '内部代码',
        '首次交易日期',
        '建档时间',
        '折扣',
        '注册资本',
        '编码',
        '开门',
      ],
    })
    const mapping = heads && guess(heads.row, heads.heads)
    expect(mapping?.columns.map(({ to }) => to).slice(0, 5)).toEqual([
      'name',
      'phone',
      'mobile',
      null,
      'since',
    ])
  })
})

it.each([
  { name: 'sheetjs.xlsx', totals: [4] },
  { name: 'sheetjs-1904.xlsx', totals: [] },
  { name: 'write-excel-file.xlsx', totals: [] },
])(
  '$name comes in as the same customers, and nothing is wrong but that a line adds up the others',
  async ({ name, totals }) => {
    const [sheet] = await sheetsOf(name)
    const entries = sheet ? entriesOf(customersTarget, sheet) : []
    expect(entries.slice(0, 2).map(({ values }) => values.fields)).toEqual([
      { name: '示例甲商行', phone: '0571-88886666', since: '2026-01-05', creditLimit: '1234.5' },
      { name: '示例乙', phone: '013800001111', since: '2024-02-29', creditLimit: '-7' },
    ])
    const told = entries.flatMap(({ findings }) => findings)
    expect(told.map(({ row, problem: { problem } }) => [row, problem])).toEqual(
      totals.map((row) => [row, 'total']),
    )
  },
)

it.each([
  ['locked.xlsx', 'PasswordProtected', '密码'],
  ['protected.xlsx', 'PasswordProtected', '密码'],
  ['protected-2007.xlsx', 'PasswordProtected', '密码'],
  ['libreoffice.xls', 'OldExcel', '另存为 .xlsx'],
  ['sheetjs-biff8.xls', 'OldExcel', '另存为 .xlsx'],
  ['sheetjs-biff2.xls', 'OldExcel', '另存为 .xlsx'],
  ['sheetjs.xlsb', 'BinaryExcel', '另存为 .xlsx'],
  ['libreoffice.ods', 'OpenDocument', '另存为 .xlsx'],
  ['page.xls', 'WebPage', '网页'],
])('%s is refused as %s with a sentence that says what to do', async (name, type, says) => {
  const read = await readBytes(fixture(name))
  expect(read).toEqual({ ok: false, error: { type } })
  expect(!read.ok && refusalText(read.error)).toContain(says)
})
