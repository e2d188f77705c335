import { expect, it } from 'vitest'
import { listWorkbook } from '../../../../node/excel'
import type { Field } from '../../../../shared/forms/field'
import { listCell, listFormat, MOMENT_FORMAT, momentCell } from '../../../../shared/print/excel/list-sheet'
import { readXlsx } from '../../../support/read-xlsx'

const field = (type: Field['type']): Field => ({ key: 'f', label: 'f', type, required: false, max: 20 })
const money = field({ type: 'money' })
const day = field({ type: 'date' })
const text = field({ type: 'text' })

it('writes a list with heads that stay in sight, real numbers and days, and texts that stay texts', async () => {
  const fields = [text, money, day]
  const stored = [
    ['=1+1', '1234.5', '2026-11-21'],
    ['0571-12345678', '', '不详'],
  ]
  const made = await listWorkbook(
    {
      name: '客户投诉登记表一',
      columns: [
        ...fields.map((each, at) => ({ label: `列${at}`, width: 12, format: listFormat(each) })),
        { label: '最近改动', width: 20, format: MOMENT_FORMAT },
      ],
      rows: stored.map((row) => [
        ...row.map((cell, at) => listCell(fields[at] ?? text, cell)),
        momentCell(Date.UTC(2026, 10, 21, 6, 3), 480),
      ]),
    },
    0,
  )
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  const book = readXlsx(made.value)
  const [sheet] = book.sheets
  const at = (ref: string) => [...(sheet?.cells.values() ?? [])].find((cell) => cell.ref === ref)
  expect(sheet?.name).toBe('客户投诉登记表一')
  expect(sheet?.xml).toContain('state="frozen"')
  expect(sheet?.xml).toContain('<autoFilter ref="A1:D3"')
  expect(at('A1')?.text).toBe('列0')
  expect(at('A2')).toMatchObject({ text: '=1+1', format: '@', quotePrefix: true })
  expect(sheet?.xml).not.toContain('<f>')
  expect(at('B2')).toMatchObject({ number: 1234.5, format: '#,##0.00' })
  expect(at('B3')?.number).toBeUndefined()
  expect(at('C2')).toMatchObject({ number: 46347, format: 'yyyy"年"m"月"d"日"' })
  expect(at('C3')?.text).toBe('不详')
  expect(at('A3')?.text).toBe('0571-12345678')
  expect(at('D2')?.number).toBeCloseTo(46347 + (14 * 60 + 3) / 1440, 6)
})
