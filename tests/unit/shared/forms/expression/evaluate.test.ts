import { describe, expect, it } from 'vitest'
import { evaluate, type Scope } from '../../../../../shared/forms/expression/evaluate'
import { parseExpression } from '../../../../../shared/forms/expression/parse'
import { decimalOf, isList, type Value } from '../../../../../shared/forms/expression/value'
import { readDecimal } from '../../../../../shared/kernel/decimal'

const number = (text: string): Value => {
  const value = readDecimal(text)
  return value && { decimal: value }
}

const FIELDS: { readonly [name: string]: Value } = {
  a: number('6'),
  b: number('0.1'),
  none: null,
  name: '示例',
  on: '2026-01-05',
  later: '2026-02-01',
  yes: true,
  kinds: { options: ['商品', '服务'] },
  'items.qty': { list: [number('2'), null, number('3')] },
  'items.price': { list: [number('10'), number('5'), number('0.5')] },
}

const scope: Scope = {
  field: (key, part) => FIELDS[part === null ? key : `${key}.${part}`] ?? null,
  score: (key) => (key === 'rating' ? number('4') : { list: [number('5'), null, number('3')] }),
  context: { today: '2026-01-05', me: { name: '示例员工甲' } },
}

function result(text: string): unknown {
  const parsed = parseExpression(text)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return shown(evaluate(parsed.value, scope))
}

function shown(value: Value): unknown {
  const decimal = decimalOf(value)
  if (decimal) return decimal.toFixed()
  return isList(value) ? value.list.map(shown) : value
}

describe('expressions', () => {
  it.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['10 - 4 - 3', '3'],
    ['8 / 4 / 2', '1'],
    ['-a + 1', '-5'],
    ['b + 0.2', '0.3'],
    ['a >= 6 && !(b > 1)', true],
    ["name == '示例' || yes", true],
    ['on < later', true],
    ['days(on, later)', '27'],
    ['addDays(on, 27) == later', true],
    ['year(on) + month(on)', '2027'],
    ["day('2026-11-21')", '21'],
    ["month('2026-11')", '11'],
    ["days('2026-11', '2026-12')", '30'],
    ["weekday('2026-11-21')", '六'],
    ["weekday('1969-12-28')", '日'],
    ['round(10 / 3, 2)', '3.33'],
    ['abs(0 - a)', '6'],
    ["if(a > 5, '多', '少')", '多'],
    ['today()', '2026-01-05'],
    ['len(name)', '2'],
    ["has(kinds, '服务')", true],
    ["has(kinds, '其他')", false],
    ["join(name, '-', a)", '示例-6'],
    ['capitals(a)', '陆元整'],
    ['score(rating)', '4'],
    ['avg(score(matrix))', '4'],
  ])('%s is %s', (text, value) => {
    expect(result(text)).toEqual(value)
  })

  it('work row by row and over whole columns', () => {
    expect(result('items.qty * items.price')).toEqual(['20', null, '1.5'])
    expect(result('sum(items.qty * items.price)')).toBe('21.5')
    expect(result('sumProduct(items.qty, items.price)')).toBe('21.5')
    expect(result('count(items.qty)')).toBe('2')
    expect(result('avg(items.price)')).toBe('5.16666666666666666667')
    expect(result('max(items.price) - min(items.price)')).toBe('9.5')
    expect(result('items.qty > 2')).toEqual([false, null, true])
  })

  it('give nothing for nothing', () => {
    for (const text of [
      'none',
      'none + none',
      'none * a',
      'a / none',
      'a / 0',
      '-none',
      'sum(none)',
      'avg(none)',
      'none > 1',
      '!none',
      'days(on, none)',
      'if(none, 1, 2)',
      'has(none, name)',
      'capitals(none)',
      'join(none)',
    ]) {
      expect([text, result(text)]).toEqual([text, null])
    }
    expect(result('a + none')).toBe('6')
    expect(result('none - a')).toBe('-6')
    expect(result('count(none)')).toBe('0')
    expect(result('none > 1 || yes')).toBe(true)
    expect(result('none > 1 && a < 0')).toBe(false)
    expect(result('filled(none) || empty(none)')).toBe(true)
  })

  it('never compare what is not alike', () => {
    expect(result("a == '6'")).toBeNull()
    expect(result("kinds == '商品'")).toBeNull()
  })
})

describe('what is no expression', () => {
  it.each([
    ['', 0],
    ['1 +', 3],
    ['1 2', 2],
    ['(1', 2],
    ['a.', 2],
    ["'open", 0],
    ['a = b', 2],
    ['a[0]', 1],
    ['sum()', 0],
    ['round(1, 2, 3)', 0],
    ['eval(1)', 0],
    ['constructor(1)', 0],
    ['a.b.c', 3],
    ['1 % 2', 2],
    ['`a`', 0],
  ])('%s is refused at %i', (text, at) => {
    expect(parseExpression(text)).toMatchObject({ ok: false, error: { at } })
  })
})
