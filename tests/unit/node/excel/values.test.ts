import { describe, expect, it } from 'vitest'
import { formsWorkbook } from '../../../../node/excel'
import type { FormValues } from '../../../../shared/forms/values'
import { emptyValues } from '../../../../shared/forms/values'
import type { FormSheet } from '../../../../shared/ipc/contract'
import { templateOf } from '../../../support/print-samples'
import { readXlsx, type ReadCell } from '../../../support/read-xlsx'

const NOW = Date.UTC(2026, 10, 21)

const template = templateOf(
  `form     KHTS-BD-901
name     试写表
title    试写表
module   客户投诉
kind     record
version  1
paper    A4 portrait

fields
  name    "名称"    text max 20000
  tel     "电话"    phone
  idNo    "身份证"  idNumber
  qty     "数量"    number scale 2 unit 台
  price   "单价"    money
  rate    "比率"    percent
  on      "日期"    date
  at      "时刻"    dateTime
  hour    "时间"    time
  month   "月份"    month
  year    "年份"    year
  kinds   "种类"    choices 商品 | 服务 | 其他
  cash    "现金"    number
  total   "合计"    computed money  = price * qty
  packs   "箱数"    computed number scale 1 unit 箱 = qty / 12
  share   "占比"    computed percent scale 1 = rate / 2
  note    "备注"    longText max 20000
  items   "明细"    rows printed 3 max 50
    sku   "品名"    text
    code  "条码"    text

table 20 30 20 30
  | 名称 | [name]  | 电话 | [tel]   |
  | 身份证 | [idNo] | 数量 | [qty] |
  | 单价 | [price] | 比率 | [rate]  |
  | 日期 | [on]    | 时刻 | [at]    |
  | 时间 | [hour]  | 月份 | [month] |
  | 年份 | [year]  | 种类 | [kinds] |
  | 箱数 | [packs] | 占比 | [share] |
  | 合计 | [total] | 现金 | 现金 [cash~4] % |
  | 备注 | [note]  | <    | <       | h 20
table 10 45 45
  |= 序号 | 品名 | 条码 |
  | [items.#] | [items.sku] | [items.code] |
`,
)

const filledWith = (fields: FormValues['fields'], rows: FormValues['rows'] = {}): FormSheet => ({
  template,
  values: { fields, matrices: {}, rows },
  letterhead: { firm: '' },
  mode: 'filled',
})

/** The cell at the right of a label. */
async function cellsOf(form: FormSheet): Promise<(label: string) => ReadCell> {
  const written = await formsWorkbook([form], NOW)
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  const cells = [...(readXlsx(written.value).sheets[0]?.cells.values() ?? [])]
  return (label) => {
    const at = cells.findIndex(({ text }) => text === label)
    const row = /\d+$/.exec(cells[at]?.ref ?? '')?.[0] ?? ''
    // The next cell of the row that a merged cell begins with.
    const next = cells.slice(at + 1).find(({ ref, border }) => ref.endsWith(row) && border.left !== '')
    if (at < 0 || !next) throw new Error(`no cell after ${label}`)
    return next
  }
}

describe('values in Excel', () => {
  it('are numbers, money, per cents, dates and times of their own kinds', async () => {
    const cell = await cellsOf(
      filledWith({
        qty: '1234.5',
        price: '1234.5',
        rate: '12.5',
        on: '2026-01-05',
        at: '2026-01-05T14:30',
        hour: '06:00',
        month: '2026-01',
        year: '2026',
        total: '-3.1',
        packs: '1234.5',
        share: '6.3',
      }),
    )
    expect(cell('箱数')).toMatchObject({ number: 1234.5, format: '#,##0.0" 箱"' })
    expect(cell('占比')).toMatchObject({ number: 0.063, format: '0.0%' })
    expect(cell('数量')).toMatchObject({ number: 1234.5, format: '#,##0.0" 台"' })
    expect(cell('单价')).toMatchObject({ number: 1234.5, format: '#,##0.00' })
    expect(cell('比率')).toMatchObject({ number: 0.125, format: '0.0%' })
    expect(cell('日期')).toMatchObject({ number: 46_027, format: 'yyyy"年"m"月"d"日"' })
    expect(cell('时刻').number).toBeCloseTo(46_027 + 14.5 / 24, 9)
    expect(cell('时刻').format).toBe('yyyy"年"m"月"d"日" hh:mm')
    expect(cell('时间')).toMatchObject({ number: 0.25, format: 'hh:mm' })
    expect(cell('月份')).toMatchObject({ number: 46_023, format: 'yyyy"年"m"月"' })
    expect(cell('年份')).toMatchObject({ number: 2026, format: '0"年"' })
    expect(cell('合计')).toMatchObject({ number: -3.1, format: '#,##0.00' })
  })

  it('stay texts where they are names of something: phones, codes, identity numbers', async () => {
    const cell = await cellsOf(
      filledWith(
        { tel: '057188000000', idNo: '330100199001010018' },
        { items: [{ id: 'r1', cells: { sku: '1e5', code: '00012345678901234567' } }] },
      ),
    )
    expect(cell('电话')).toMatchObject({ text: '057188000000', formatId: 49, quotePrefix: true })
    expect(cell('身份证')).toMatchObject({ text: '330100199001010018', formatId: 49, quotePrefix: true })
    const written = await formsWorkbook(
      [filledWith({}, { items: [{ id: 'r1', cells: { sku: '1e5', code: '00012' } }] })],
      NOW,
    )
    const cells = written.ok ? [...(readXlsx(written.value).sheets[0]?.cells.values() ?? [])] : []
    expect(cells.find(({ text }) => text === '1e5')).toMatchObject({ formatId: 49 })
    expect(cells.find(({ text }) => text === '00012')).toMatchObject({ formatId: 49 })
  })

  it('are texts where Excel would make another number of them', async () => {
    const cell = await cellsOf(
      filledWith({ price: '1234567890123456.78', cash: '1', on: '1899-06-01', qty: '12345678901234567' }),
    )
    expect(cell('单价')).toMatchObject({ text: '1,234,567,890,123,456.78', formatId: 49 })
    expect(cell('数量')).toMatchObject({ text: '12,345,678,901,234,567.00 台', formatId: 49 })
    expect(cell('日期')).toMatchObject({ text: '1899年6月1日', formatId: 49 })
  })

  it.each([
    '=1+1',
    '+86 571 8800',
    '-1+2',
    '@SUM(A1)',
    '=HYPERLINK("http://example.com","点我")',
    "=cmd|'/C calc'!A0",
    '＝1+1',
    '#N/A',
    '#VALUE!',
    '#REF!',
    'TRUE',
    "'=1",
    '_x0041_',
    '<b>&amp;</b>',
    '1\n=2',
  ])('%j that a person typed is that text', async (typed) => {
    const form = filledWith({ name: typed, note: typed }, { items: [{ id: 'r1', cells: { sku: typed } }] })
    const cell = await cellsOf(form)
    expect(cell('名称')).toMatchObject({ text: typed, quotePrefix: true, formatId: 49 })
    expect(['s', 'inlineStr']).toContain(cell('名称').type)
    expect(cell('备注')).toMatchObject({ text: typed, quotePrefix: true })
  })

  it('a tab before a formula does not make it one', async () => {
    const cell = await cellsOf(filledWith({ name: '\t=1+1' }))
    expect(cell('名称')).toMatchObject({ text: ' =1+1', quotePrefix: true })
  })

  it('tick boxes are characters, as on paper', async () => {
    const cell = await cellsOf(filledWith({ kinds: ['商品', '其他'] }))
    expect(cell('种类').text.replace(/\s/gu, '')).toBe('☑商品□服务☑其他')
    const blank = await cellsOf({ ...filledWith({}), values: emptyValues, mode: 'blank' })
    expect(blank('种类').text.replace(/\s/gu, '')).toBe('□商品□服务□其他')
  })

  it('a blank inside text holds its value between its labels', async () => {
    const form = filledWith({ cash: '30' })
    const written = await formsWorkbook([form], NOW)
    const sheet = written.ok ? readXlsx(written.value).sheets[0] : undefined
    const texts = [...(sheet?.cells.values() ?? [])].map(({ text }) => text.replace(/\s/gu, ''))
    expect(texts).toContain('现金30%')
    expect(sheet?.xml).toContain('<u/>')
  })

  it('all rows of a list are there, numbered', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ id: `r${i}`, cells: { sku: `示例${i + 1}` } }))
    const written = await formsWorkbook([filledWith({}, { items: rows })], NOW)
    const cells = written.ok ? [...(readXlsx(written.value).sheets[0]?.cells.values() ?? [])] : []
    for (const row of rows) expect(cells.some(({ text }) => text === row.cells.sku)).toBe(true)
    expect(cells.filter(({ number }) => number === 40)).toHaveLength(1)
  })

  it('an empty cell of a blank form keeps what is typed into it as what it is', async () => {
    const cell = await cellsOf({ ...filledWith({}), values: emptyValues, mode: 'blank' })
    expect(cell('电话')).toMatchObject({ text: '', formatId: 49 })
    expect(cell('单价')).toMatchObject({ text: '', format: '#,##0.00' })
    expect(cell('比率').format).toBe('0.00%')
    expect(cell('箱数').format).toBe('#,##0.0" 箱"')
    expect(cell('占比').format).toBe('0.0%')
    expect(cell('日期').text.replace(/\s/gu, '')).toBe('年月日')
  })

  it('a text longer than a cell of Excel is refused by the name of its field; nothing is cut', async () => {
    const most = await formsWorkbook([filledWith({ note: '长'.repeat(32_767) })], NOW)
    expect(most.ok).toBe(true)
    expect(await formsWorkbook([filledWith({ note: '长'.repeat(32_768) })], NOW)).toEqual({
      ok: false,
      error: { type: 'CellTooLong', form: '试写表', field: '备注', length: 32_768, most: 32_767 },
    })
  })
})
