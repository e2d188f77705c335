import { describe, expect, it } from 'vitest'
import { blankText, formatValue, parseInput } from '../../../../../shared/forms'
import { fieldOf } from './form'

describe('what a person types', () => {
  it.each([
    ['on', '20260105', '2026-01-05', '2026年1月5日'],
    ['on', '2026.1.5', '2026-01-05', '2026年1月5日'],
    ['on', '2026年1月5日', '2026-01-05', '2026年1月5日'],
    ['on', '２０２６／１／５', '2026-01-05', '2026年1月5日'],
    ['at', '1403', '14:03', '14:03'],
    ['at', '9点', '09:00', '09:00'],
    ['at', '9时3分', '09:03', '09:03'],
    ['at', '９：０３', '09:03', '09:03'],
    ['when', '2026-1-5 9:03', '2026-01-05T09:03', '2026年1月5日 09:03'],
    ['when', '2026年1月5日14时', '2026-01-05T14:00', '2026年1月5日 14:00'],
    ['when', '20260105 1403', '2026-01-05T14:03', '2026年1月5日 14:03'],
    ['month', '2026.1', '2026-01', '2026年1月'],
    ['month', '202601', '2026-01', '2026年1月'],
    ['year', '2026年度', '2026', '2026年'],
    ['count', '1,234.5', '1234.5', '1,234.5 台'],
    ['count', '－３台', '-3', '-3.0 台'],
    ['count', '.5', '0.5', '0.5 台'],
    ['price', '￥1,234', '1234', '1,234.00'],
    ['price', '1234.5元', '1234.5', '1,234.50'],
    ['price', '-0', '0', '0.00'],
    ['rate', '1.5%', '1.5', '1.5%'],
    ['rate', '１．５％', '1.5', '1.5%'],
    ['kind', '受理', '受理', '受理'],
    ['kind', '受　理', '受理', '受理'],
    ['kind', '2', '不予受理', '不予受理'],
    ['rate5', '1', '满意', '满意'],
    ['idNo', '11010519491231002x', '11010519491231002X', '11010519491231002X'],
    ['code', '9135 0100 m000100y43', '91350100M000100Y43', '91350100M000100Y43'],
    ['phone', '１３８００００００００', '13800000000', '13800000000'],
    ['text', ' 甲\n乙 ', '甲 乙', '甲 乙'],
    ['long', '甲\r\n  乙\n\n', '甲\n  乙', '甲\n  乙'],
  ])('%s: %s is kept as %s and printed as %s', (key, typed, kept, printed) => {
    const field = fieldOf(key)
    expect(parseInput(field, typed)).toEqual({ ok: true, value: kept })
    expect(formatValue(field, kept)).toBe(printed)
  })

  it.each([
    ['今天', '2026-11-21'],
    ['明天', '2026-11-22'],
    ['昨天', '2026-11-20'],
    ['1.5', '2026-01-05'],
    ['１１／２６', '2026-11-26'],
    ['12-1', '2026-12-01'],
    ['1月5日', '2026-01-05'],
    ['1月5号', '2026-01-05'],
    ['1126', '2026-11-26'],
    ['2025.1.5', '2025-01-05'],
  ])('%s is the day %s, where today is known', (typed, kept) => {
    expect(parseInput(fieldOf('on'), typed, '2026-11-21')).toEqual({ ok: true, value: kept })
  })

  it.each(['2.30', '2026', '13.1', '1.5.', '大后天'])('%s is no day, even where today is known', (typed) => {
    expect(parseInput(fieldOf('on'), typed, '2026-11-21').ok).toBe(false)
  })

  it('does not guess a year where today is not known', () => {
    expect(parseInput(fieldOf('on'), '1.5').ok).toBe(false)
  })

  it('empties the field when nothing is left', () => {
    for (const key of ['text', 'on', 'price', 'kinds', 'who']) {
      expect(parseInput(fieldOf(key), '  　 ')).toEqual({ ok: true, value: null })
    }
  })

  it('becomes several choices in printed order, yes or no, a person', () => {
    expect(parseInput(fieldOf('kinds'), '其他、1')).toEqual({ ok: true, value: ['商品', '其他'] })
    expect(formatValue(fieldOf('kinds'), ['商品', '其他'])).toBe('商品、其他')
    expect(['是', '√', 'Y', '1'].map((typed) => parseInput(fieldOf('yes'), typed))).toEqual(
      Array(4).fill({ ok: true, value: true }),
    )
    expect(parseInput(fieldOf('yes'), '否')).toEqual({ ok: true, value: false })
    expect(formatValue(fieldOf('yes'), true)).toBe('√')
    expect(parseInput(fieldOf('who'), '示例员工甲')).toEqual({ ok: true, value: { name: '示例员工甲' } })
    expect(formatValue(fieldOf('who'), { id: '1', name: '示例员工甲' })).toBe('示例员工甲')
  })

  it.each([
    ['on', '2026-02-30', 'notADate'],
    ['on', '明天', 'notADate'],
    ['at', '25:00', 'notATime'],
    ['when', '2026-01-05', 'notADateTime'],
    ['month', '2026-13', 'notAMonth'],
    ['year', '26', 'notAYear'],
    ['price', '一百', 'notANumber'],
    ['price', '1.234', 'tooManyDecimals'],
    ['count', '1,23', 'notANumber'],
    ['count', '1.25', 'tooManyDecimals'],
    ['kind', '拒绝', 'notAnOption'],
    ['kinds', '商品、货物', 'notAnOption'],
    ['yes', '也许', 'notYesNo'],
    ['text', '一二三四五六七八九十一', 'tooLong'],
    ['who', '长'.repeat(30), 'tooLong'],
    ['no', 'A-0001', 'notTyped'],
    ['total', '1', 'notTyped'],
    ['ink', '甲', 'notTyped'],
  ])('%s: %s is refused as %s', (key, typed, problem) => {
    expect(parseInput(fieldOf(key), typed)).toMatchObject({ ok: false, error: { problem } })
  })

  it('counts characters, not code units', () => {
    expect(parseInput(fieldOf('text'), '𠮷'.repeat(10)).ok).toBe(true)
    expect(parseInput(fieldOf('text'), '𠮷'.repeat(11)).ok).toBe(false)
  })
})

it('a blank form asks the pen for what the type needs', () => {
  expect(blankText(fieldOf('on'))).toBe('　　年　　月　　日')
  expect(blankText(fieldOf('at'))).toBe('　　时　　分')
  expect(blankText(fieldOf('rate'))).toBe('　　%')
  expect(blankText(fieldOf('count'))).toBe('　　台')
  expect(blankText(fieldOf('text'))).toBe('')
})
