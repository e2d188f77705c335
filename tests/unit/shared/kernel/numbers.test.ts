import { describe, expect, it } from 'vitest'
import {
  doubtCreditCode,
  doubtIdNumber,
  looksLikeEmail,
  looksLikePhone,
} from '../../../../shared/kernel/check-digits'
import { decimal, groupThousands, plain, readDecimal } from '../../../../shared/kernel/decimal'
import { formatMoney, moneyInCapitals } from '../../../../shared/kernel/money'
import { lengthOf, toHalfWidth } from '../../../../shared/kernel/text'

describe('decimals', () => {
  it('are exact and plain', () => {
    expect(readDecimal('0.1')?.plus('0.2').toFixed()).toBe('0.3')
    expect(['1e5', '1,000', '', '.5', '5.', '--1', 'NaN', ' 1'].map(readDecimal)).toEqual(Array(8).fill(null))
    expect(plain(decimal(1).div(3), 6)).toBe('0.333333')
    expect(plain(decimal(-0.0000001), 2)).toBe('0')
    expect(groupThousands('-1234567.891')).toBe('-1,234,567.891')
    expect(groupThousands('999')).toBe('999')
  })

  it('print as money with two places, rounded half up', () => {
    expect(formatMoney('1234567.5')).toBe('1,234,567.50')
    expect(formatMoney('0.005')).toBe('0.01')
    expect(formatMoney('面议')).toBe('面议')
  })
})

describe('amounts in capitals', () => {
  it.each([
    ['1234', '壹仟贰佰叁拾肆元整'],
    ['0', '零元整'],
    ['10', '壹拾元整'],
    ['10.05', '壹拾元零伍分'],
    ['0.5', '伍角整'],
    ['0.05', '伍分'],
    ['1.20', '壹元贰角整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['107000.53', '壹拾万零柒仟元伍角叁分'],
    ['100000000', '壹亿元整'],
    ['100010000', '壹亿零壹万元整'],
    ['1234500000000', '壹万贰仟叁佰肆拾伍亿元整'],
    ['-3.1', '负叁元壹角整'],
  ])('%s is %s', (amount, capitals) => {
    const value = readDecimal(amount)
    expect(value && moneyInCapitals(value)).toBe(capitals)
  })

  it('stop at sixteen digits', () => {
    const value = readDecimal('10000000000000000')
    expect(value && moneyInCapitals(value)).toBeNull()
  })
})

describe('numbers of people and firms', () => {
  // 11010519491231002X is the example of GB 11643-1999, 91350100M000100Y43 that of the published code rules.
  it('are in order when the check character fits', () => {
    expect(doubtIdNumber('11010519491231002X')).toBeNull()
    expect(doubtCreditCode('91350100M000100Y43')).toBeNull()
  })

  it('are doubted for length, characters, date or check character', () => {
    expect(doubtIdNumber('1101051949123100')).toBe('length')
    expect(doubtIdNumber('1101051949123100AX')).toBe('characters')
    expect(doubtIdNumber('11010519491331002X')).toBe('date')
    expect(doubtIdNumber('110105194912310021')).toBe('checkDigit')
    expect(doubtCreditCode('91350100M000100Y4')).toBe('length')
    expect(doubtCreditCode('91350100I000100Y43')).toBe('characters')
    expect(doubtCreditCode('91350100M000100Y44')).toBe('checkDigit')
  })

  it('are telephones of every usual kind', () => {
    const good = [
      '13800000000',
      '138 0000 0000',
      '+86 13800000000',
      '010-80000000',
      '0100-8000000-12',
      '（0100）8000000',
      '80000000',
      '400-800-0000',
      '10086',
      '13800000000、010-80000000',
      '+1 212 5550100',
    ]
    const bad = ['1380000000', '23800000000', '不详', '010-800', '']
    expect(good.filter((text) => !looksLikePhone(text))).toEqual([])
    expect(bad.filter(looksLikePhone)).toEqual([])
  })

  it('are mail addresses when they have a name and a domain', () => {
    expect(['a@example.com', 'a.b@mail.example.com'].every(looksLikeEmail)).toBe(true)
    expect(['a@example', '@example.com', 'a b@example.com', 'a@b@example.com'].some(looksLikeEmail)).toBe(
      false,
    )
  })
})

it('full-width characters become half-width; rare characters count as one', () => {
  expect(toHalfWidth('Ｎｏ．１２（甲）　乙')).toBe('No.12(甲) 乙')
  expect(lengthOf('𠮷㛃ab')).toBe(4)
})
