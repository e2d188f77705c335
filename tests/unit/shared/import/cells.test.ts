import { describe, expect, it } from 'vitest'
import type { Field, FieldType } from '../../../../shared/forms/field'
import type { NumberShow, SheetCell } from '../../../../shared/import/cell'
import { percentOf } from '../../../../shared/import/cell-text'
import { convertCell } from '../../../../shared/import/convert'
import { lostDigits, plainNumber, typedNumber } from '../../../../shared/import/number-text'
import { momentOf } from '../../../../shared/import/serial-day'

const field = (type: FieldType, max = 60): Field => ({ key: 'f', label: '字段', type, required: false, max })
const text = (typed: string): SheetCell => ({ cell: 'text', text: typed })
const number = (value: string, shows: NumberShow = 'plain', digits?: number): SheetCell => ({
  cell: 'number',
  number: value,
  shows,
  ...(digits === undefined ? {} : { digits }),
})

const names = {
  person: (name: string) => (name === '示例员工' ? { id: 'p', name } : undefined),
  customer: (name: string) => (name === '示例客户' ? { id: 'c', name } : undefined),
}

/** The value of a cell, what is doubted about it, or the problem. */
function read(type: FieldType, cell: SheetCell, from1904 = false): unknown {
  const converted = convertCell(field(type), cell, from1904, names)
  if (!converted.ok) return converted.error.problem
  const { value, doubt } = converted.value
  return doubt ? [value, doubt] : value
}

describe('a number cell', () => {
  it.each([
    ['0.1', '0.1'],
    ['0.10000000000000001', '0.1'],
    ['0.28999999999999998', '0.29'],
    ['1.2E+3', '1200'],
    ['1e-7', '0.0000001'],
    ['-1.50', '-1.5'],
    ['-0', '0'],
    ['123456789012345', '123456789012345'],
    ['3.30102199001011E+17', '330102199001011000'],
  ])('%s is %s', (raw, plain) => {
    expect(plainNumber(raw)).toBe(plain)
  })

  it('has lost digits from 16 on', () => {
    expect(['999999999999999', '1000000000000000', '3.3E+17', '-1E+15'].map(lostDigits)).toEqual([
      false,
      true,
      true,
      true,
    ])
  })

  it('is a day since 1900 with Excel’s 29 February, or since 1904', () => {
    expect(momentOf('46027', false)).toEqual({ day: '2026-01-05', time: '00:00', hasTime: false })
    expect(momentOf('44565', true)?.day).toBe('2026-01-05')
    expect(momentOf('1', false)?.day).toBe('1900-01-01')
    expect(momentOf('59', false)?.day).toBe('1900-02-28')
    expect(momentOf('60', false)?.day).toBeNull()
    expect(momentOf('61', false)?.day).toBe('1900-03-01')
    expect(momentOf('46027.430555555555', false)?.time).toBe('10:20')
    expect(momentOf('46027.99999', false)).toEqual({ day: '2026-01-06', time: '00:00', hasTime: false })
    expect(momentOf('0.5', false)).toEqual({ day: null, time: '12:00', hasTime: true })
    expect(momentOf('-1', false)).toBeNull()
  })

  it('moves the point for a percentage without counting', () => {
    expect(['0.07', '1', '0.285', '-0.001', '12'].map(percentOf)).toEqual([
      '7',
      '100',
      '28.5',
      '-0.1',
      '1200',
    ])
  })
})

describe('a cell becomes the value of its field', () => {
  it.each<[FieldType, SheetCell, unknown]>([
    [{ type: 'date' }, text('2026年1月5日'), '2026-01-05'],
    [{ type: 'date' }, text('2026/1/5'), '2026-01-05'],
    [{ type: 'date' }, text('20260105'), '2026-01-05'],
    [{ type: 'date' }, text('2026-01-05 10:20'), ['2026-01-05', 'timeLeftOut']],
    [{ type: 'date' }, text('2026-01-05 00:00:00'), '2026-01-05'],
    [{ type: 'date' }, number('46027', 'date'), '2026-01-05'],
    [{ type: 'date' }, number('46027'), '2026-01-05'],
    [{ type: 'date' }, number('20260105'), '2026-01-05'],
    [{ type: 'date' }, number('46027.5', 'dateTime'), ['2026-01-05', 'timeLeftOut']],
    [{ type: 'date' }, number('12'), 'notADate'],
    [{ type: 'date' }, text('下周'), 'notADate'],
    [{ type: 'dateTime' }, text('2026-01-05 10:20:31'), '2026-01-05T10:20'],
    [{ type: 'dateTime' }, text('2026年1月5日'), '2026-01-05T00:00'],
    [{ type: 'dateTime' }, number('46027.430555555555', 'dateTime'), '2026-01-05T10:20'],
    [{ type: 'time' }, number('0.354166666666667', 'time'), '08:30'],
    [{ type: 'time' }, text('8:30:00'), '08:30'],
    [{ type: 'month' }, number('46023', 'date'), '2026-01'],
    [{ type: 'month' }, text('2026年1月'), '2026-01'],
    [{ type: 'year' }, number('2026'), '2026'],
    [{ type: 'number', scale: 2 }, text('1,234.5'), '1234.5'],
    [{ type: 'number', scale: 0, unit: '台' }, text('１２台'), '12'],
    [{ type: 'number', scale: 0 }, number('1.5'), 'tooManyDecimals'],
    [{ type: 'number', scale: 0 }, number('46027', 'date'), 'notANumber'],
    [{ type: 'number', scale: 0 }, text('三'), 'notANumber'],
    [{ type: 'money' }, text('￥1,234.50'), '1234.5'],
    [{ type: 'money' }, text('(1,200)'), '-1200'],
    [{ type: 'money' }, number('0.30000000000000004'), '0.3'],
    [{ type: 'percent' }, number('0.075', 'percent'), '7.5'],
    [{ type: 'percent' }, text('7.5％'), '7.5'],
    [{ type: 'percent' }, number('0.05'), ['0.05', 'percentSmall']],
    [{ type: 'phone' }, number('13800001111'), '13800001111'],
    [{ type: 'phone' }, number('57188886666', 'plain', 12), '057188886666'],
    [{ type: 'phone' }, text('０571－88886666'), '0571-88886666'],
    [{ type: 'text' }, number('123', 'plain', 6), '000123'],
    [{ type: 'text' }, text('007'), '007'],
    [{ type: 'idNumber' }, number('3.30102199001011E+17'), 'lostDigits'],
    [{ type: 'idNumber' }, text(' 33010219900101123x '), '33010219900101123X'],
    [{ type: 'text' }, { cell: 'error', text: '#N/A' }, 'errorCell'],
    [{ type: 'text' }, { cell: 'noValue' }, 'noValue'],
    [{ type: 'text' }, text('  '), null],
    [{ type: 'choice', options: ['受　理', 'A、B'] }, text('受理'), '受理'],
    [{ type: 'choice', options: ['甲', '乙'] }, text('☑乙'), '乙'],
    [{ type: 'choice', options: ['甲', '乙'] }, number('2'), 'notAnOption'],
    [{ type: 'choices', options: ['甲', '甲、乙', '丙'] }, text('丙；甲、乙'), ['甲、乙', '丙']],
    [{ type: 'choices', options: ['甲', '乙'] }, text('甲/丁'), 'notAnOption'],
    [{ type: 'yesNo' }, { cell: 'boolean', value: false }, false],
    [{ type: 'yesNo' }, text('√'), true],
    [{ type: 'yesNo' }, number('2'), 'notYesNo'],
    [{ type: 'person' }, text(' 示例员工 '), { id: 'p', name: '示例员工' }],
    [{ type: 'person' }, text('别人'), { name: '别人' }],
    [{ type: 'customer' }, text('示例客户'), { id: 'c', name: '示例客户' }],
    [{ type: 'signature' }, text('某人'), 'notTyped'],
  ])('%o: %o', (type, cell, expected) => {
    expect(read(type, cell)).toEqual(expected)
  })

  it('with the days of a workbook that counts from 1904', () => {
    expect(read({ type: 'date' }, number('44565', 'date'), true)).toBe('2026-01-05')
  })

  it('is refused where the text is longer than the field', () => {
    expect(convertCell(field({ type: 'text' }, 3), text('一二三四'), false, names)).toEqual({
      ok: false,
      error: { problem: 'tooLong', max: 3, length: 4 },
    })
  })
})

it('leaves texts that are no figures as they are', () => {
  expect(['1,23', '1.2.3', 'abc', '1，234'].map(typedNumber)).toEqual(['1,23', '1.2.3', 'abc', '1234'])
})
