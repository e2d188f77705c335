import { expect, it } from 'vitest'
import { listWorkbook } from '../../../../node/excel'
import { READ_LIMITS } from '../../../../node/import/limits'
import { readHere } from '../../../../node/import/read-here'
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

it('brings every text and number of a long list back, whatever marks they hold, in rows that may be short', async () => {
  const texts = [
    '#N/A',
    '_x0041_',
    '甲 & 乙 <丙> "丁"',
    ' 前后有空格 ',
    '两\n行',
    '回\r\n车',
    '制表\t符',
    '\u0001',
    '𠮷',
    '\ud842',
    '列0',
    '0',
  ]
  const columns = Array.from({ length: 28 }, (_, at) => ({ label: `列${at}`, width: 12, format: '@' }))
  const rows = Array.from({ length: 2100 }, (_, line) =>
    columns.slice(0, line % 29).map((_column, at) => {
      if ((line + at) % 5 === 0) return line + at / 4
      return (line + at) % 7 === 0 ? null : (texts[(line + at) % texts.length] ?? null)
    }),
  )
  const made = await listWorkbook({ name: '长表', columns, rows }, 0)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  const read = await readHere(Buffer.from(made.value), READ_LIMITS)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const lines = new Map(read.value.sheets[0]?.rows.map(({ number, cells }) => [number, cells]))
  const back = rows.map((row, line) =>
    row.map((_, at) => {
      const cell = lines.get(line + 2)?.[at]
      if (cell?.cell === 'number') return Number(cell.number)
      return cell?.cell === 'text' ? cell.text : null
    }),
  )
  expect(back).toEqual(rows)
})

it('writes a list without lines as its heads', async () => {
  const columns = [{ label: '客户', width: 12, format: '@' }]
  const made = await listWorkbook({ name: '空表', columns, rows: [] }, 0)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  const [sheet] = readXlsx(made.value).sheets
  expect([...(sheet?.cells.values() ?? [])].map(({ ref, text: head }) => [ref, head])).toEqual([
    ['A1', '客户'],
  ])
  expect(sheet?.xml).toContain('<dimension ref="A1:A1"/>')
})
