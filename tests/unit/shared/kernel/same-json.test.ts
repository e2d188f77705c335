import { describe, expect, it } from 'vitest'
import { sameJson } from '../../../../shared/kernel/same-json'

describe('sameJson', () => {
  it.each([
    [
      { a: '1', b: ['x', 'y'] },
      { b: ['x', 'y'], a: '1' },
    ],
    [{ a: { name: '示例客户甲' } }, { a: { name: '示例客户甲', id: undefined } }],
    [[], []],
    [null, null],
  ])('says that %j and %j say the same', (a, b) => {
    expect(sameJson(a, b)).toBe(true)
    expect(sameJson(b, a)).toBe(true)
  })

  it.each([
    [{ a: '1' }, { a: '1', b: '2' }],
    [
      ['x', 'y'],
      ['y', 'x'],
    ],
    [['x'], { 0: 'x' }],
    [{ a: true }, { a: 'true' }],
    [{}, null],
    [{ toString: 'x' }, {}],
  ])('tells %j and %j apart', (a, b) => {
    expect(sameJson(a, b)).toBe(false)
    expect(sameJson(b, a)).toBe(false)
  })
})
