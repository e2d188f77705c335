import { describe, expect, it } from 'vitest'
import { listWorkbook } from '../../../../node/excel'
import { emptyValues } from '../../../../shared/forms/values'
import {
  correctedSheet,
  customersTarget,
  exportCsv,
  exportTable,
  type SourceSheet,
} from '../../../../shared/import'
import type { PlannedEntry } from '../../../../shared/import/plan'

const customer = (note: string) => ({
  values: { ...emptyValues, fields: { name: '示例', note } },
  info: ['正常'],
})

describe('a table that goes out', () => {
  it('is refused whole when no cell takes a text, which is named', () => {
    expect(exportTable(customersTarget, [customer('a'), customer('a'.repeat(32_768))])).toEqual({
      ok: false,
      error: { type: 'CellTooLong', line: 3, head: '备注', length: 32_768, most: 32_767 },
    })
    expect(exportTable(customersTarget, [customer('a'.repeat(32_767))]).ok).toBe(true)
  })

  it('is no workbook either when a list of another making holds such a text', async () => {
    const columns = [{ label: '备注', width: 9, format: '@' }]
    expect(await listWorkbook({ name: '表', columns, rows: [['a'.repeat(32_768)]] }, 0)).toEqual({
      ok: false,
      error: { type: 'CellTooLong', form: '表', field: '备注', length: 32_768, most: 32_767 },
    })
  })

  it('is CSV with its mark, heads and info, and formulas made harmless', () => {
    const table = exportTable(customersTarget, [customer('=cmd()')], ['客户状态'])
    if (!table.ok) throw new Error(table.error.head)
    const [heads = '', line = ''] = exportCsv(table.value).split('\r\n')
    expect(heads.startsWith('\uFEFF单据序号,客户名称,')).toBe(true)
    expect(heads.endsWith(',客户状态')).toBe(true)
    expect(line).toContain(",'=cmd(),")
    expect(line.endsWith(',正常')).toBe(true)
  })
})

it('a corrected file has the refused lines, what was wrong, and no cell that holds no value', () => {
  const sheet: SourceSheet = {
    name: '',
    hidden: false,
    rows: [
      { number: 2, hidden: false, cells: [{ cell: 'text', text: '甲' }] },
      {
        number: 3,
        hidden: false,
        cells: [
          { cell: 'text', text: '乙' },
          { cell: 'number', number: '3.3E+17', shows: 'plain' },
          { cell: 'number', number: '46027', shows: 'date' },
          { cell: 'text', text: '旧的' },
        ],
      },
    ],
    merges: [],
    hiddenColumns: [],
    from1904: false,
    formulas: 0,
    withoutValue: 0,
  }
  const columns = ['名称', '身份证', '日期', '问题'].map((head, column) => ({ column, head, to: null }))
  const entry = (line: number) => ({ lines: [line], values: emptyValues, number: '', findings: [] })
  const planned: readonly PlannedEntry[] = [
    { entry: entry(2), does: 'create', findings: [], change: null },
    {
      entry: entry(3),
      does: 'refuse',
      change: null,
      findings: [
        {
          row: 3,
          column: 1,
          head: '身份证',
          typed: '330000000000000000',
          severity: 'refuse',
          problem: { problem: 'lostDigits', typed: '330000000000000000' },
        },
      ],
    },
  ]
  const corrected = correctedSheet(sheet, { headRow: 1, columns }, planned)
  expect(corrected.columns.map(({ label }) => label)).toEqual(['名称', '身份证', '日期', '问题'])
  expect(corrected.rows).toEqual([
    ['乙', null, '2026-01-05', expect.stringContaining('身份证：数字超过 15 位')],
  ])
})
