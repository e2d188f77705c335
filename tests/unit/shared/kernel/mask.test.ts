import { describe, expect, it } from 'vitest'
import { masked, maskIdNumbers, maskPhones, noMasks } from '../../../../shared/kernel/mask'

describe('telephone numbers in a list', () => {
  it.each([
    ['13812341234', '138****1234'],
    ['138 1234 1234', '138 **** 1234'],
    ['138-1234-1234', '138-****-1234'],
    ['+86 138-1234-1234', '+86 138-****-1234'],
    ['8613812341234', '86138****1234'],
    ['１３８１２３４１２３４', '１３８****１２３４'],
    ['010-12345678', '010-****5678'],
    ['0571-1234567', '0571-***4567'],
    ['(021)12345678', '(021)****5678'],
    ['02112345678', '021****5678'],
    ['010-1234-5678', '010-****-5678'],
    ['010-12345678-801', '010-****5678-801'],
    ['010-12345678转801', '010-****5678转801'],
    ['12345678', '****5678'],
    ['400-123-4567', '***-***-4567'],
    ['+1 212 5550100', '+* *** ***0100'],
    ['13812341234、010-12345678 示例', '138****1234、010-****5678 示例'],
    ['13812341234 13987654321', '138****1234 139****4321'],
  ])('%s is shown as %s', (text, shown) => {
    expect(maskPhones(text)).toBe(shown)
  })

  it('are left alone when they are short, and so is text without a number', () => {
    for (const text of ['10086', '110', '分机 801', '不详', '', '见 2026 年 3 月'])
      expect(maskPhones(text)).toBe(text)
  })
})

describe('numbers of identity papers in a list', () => {
  it.each([
    ['11010119900101123X', '110***********123X'],
    ['110101 19900101 1237', '110***********1237'],
    ['110101900101123', '110********1123'],
    ['E12345678', '*****5678'],
    ['身份证 11010119900101123x（示例）', '身份证 110***********123x（示例）'],
  ])('%s is shown as %s', (text, shown) => {
    expect(maskIdNumbers(text)).toBe(shown)
  })

  it('are left alone when they are a 统一社会信用代码, and so are words', () => {
    for (const text of ['91350100M000100Y43', 'passport', '第 12 号', ''])
      expect(maskIdNumbers(text)).toBe(text)
  })
})

describe('a value of a list', () => {
  const both = { phone: true, idNumber: true }

  it('is masked by the type of its field, where the firm says so', () => {
    expect(masked('13812341234', 'phone', both)).toBe('138****1234')
    expect(masked('13812341234', 'phone', { ...both, phone: false })).toBe('13812341234')
    expect(masked('11010119900101123X', 'idNumber', both)).toBe('110***********123X')
    expect(masked('11010119900101123X', 'idNumber', noMasks)).toBe('11010119900101123X')
  })

  it('of another type stays as it is', () => {
    for (const type of ['text', 'longText', 'creditCode', 'serial', 'number', 'customer', 'email'])
      expect(masked('13812341234', type, both)).toBe('13812341234')
  })
})
