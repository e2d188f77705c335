import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOrderKey, orderKeyBetween, orderKeysBetween } from '../../../../shared/store/order-key'

describe('an order key', () => {
  it('is between its neighbours wherever a row is put, thousands of times', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 200 }), (places) => {
        const keys: string[] = []
        for (const place of places) {
          const at = keys.length === 0 ? 0 : place % (keys.length + 1)
          keys.splice(at, 0, orderKeyBetween(keys[at - 1] ?? null, keys[at] ?? null))
        }
        expect(keys).toEqual([...keys].sort())
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.every(isOrderKey)).toBe(true)
      }),
    )
  })

  it('stays short when rows are added at the end, or at the front', () => {
    let [last, first] = [orderKeyBetween(null, null), orderKeyBetween(null, null)]
    for (let i = 0; i < 10_000; i++) {
      last = orderKeyBetween(last, null)
      first = orderKeyBetween(null, first)
    }
    expect(last.length).toBeLessThanOrEqual(4)
    expect(first.length).toBeLessThanOrEqual(4)
  })

  it('is what these examples say', () => {
    expect(orderKeyBetween(null, null)).toBe('a0')
    expect(orderKeyBetween('a0', null)).toBe('a1')
    expect(orderKeyBetween(null, 'a0')).toBe('Zz')
    expect(orderKeyBetween('az', null)).toBe('b00')
    expect(orderKeyBetween('a0', 'a1')).toBe('a0V')
    expect(orderKeyBetween('a0V', 'a1')).toBe('a0l')
    expect(orderKeysBetween('a0', 'a1', 3)).toHaveLength(3)
    expect(orderKeysBetween(null, null, 3)).toEqual(['a0', 'a1', 'a2'])
    expect(orderKeysBetween(null, 'a0', 2)).toEqual(['Zy', 'Zz'])
    expect(orderKeysBetween(null, 'a0', 3)).toEqual(['Zx', 'Zy', 'Zz'])
    expect(orderKeysBetween('a0', null, 3)).toEqual(['a1', 'a2', 'a3'])
    expect(orderKeysBetween('a0', 'a1', 0)).toEqual([])
  })

  // The method's own examples, and those of its ends.
  it.each([
    ['a0V', 'a1', 'a0l'],
    ['Zz', 'a0', 'ZzV'],
    ['Zz', 'a1', 'a0'],
    ['Zz', 'a01', 'a0'],
    ['a0', 'a2', 'a1'],
    ['a0V', 'a2', 'a1'],
    ['a0', 'a1V', 'a1'],
    ['a0', 'a0V', 'a0G'],
    ['a0', 'a0G', 'a08'],
    ['a0V', 'a0W', 'a0VV'],
    ['a0V', 'a0W1', 'a0W'],
    ['a0V1', 'a0V3', 'a0V2'],
    ['a0', 'a001', 'a000V'],
    ['a0Vz', 'a0W', 'a0VzV'],
    ['b125', 'b129', 'b127'],
    ['b12', 'b121', 'b120V'],
    [null, 'a1', 'a0'],
    [null, 'a0V', 'a0'],
    [null, 'Y00', 'Xzzz'],
    [null, 'b999', 'b99'],
    [null, 'b00', 'az'],
    [null, `z${'0'.repeat(26)}`, `y${'z'.repeat(25)}`],
    ['Zz', null, 'a0'],
    ['Yzz', null, 'Z0'],
    ['bzz', null, 'c000'],
    ['az', null, 'b00'],
    [`z${'z'.repeat(25)}y`, null, `z${'z'.repeat(26)}`],
    [`z${'z'.repeat(26)}`, null, `z${'z'.repeat(26)}V`],
    [`z${'z'.repeat(26)}V`, null, `z${'z'.repeat(26)}l`],
    [null, `A${'0'.repeat(25)}1`, `A${'0'.repeat(26)}V`],
    [null, `A${'0'.repeat(26)}V`, `A${'0'.repeat(26)}G`],
  ])('between %j and %j is %j', (a, b, key) => {
    expect(orderKeyBetween(a, b)).toBe(key)
    expect(isOrderKey(key)).toBe(true)
  })

  it('always has room beside it for a thousand rows, in names that are not too long', () => {
    const long = `a0${'V'.repeat(148)}`
    const next = `${long.slice(0, -1)}W`
    expect([long, next].every(isOrderKey)).toBe(true)
    const keys = orderKeysBetween(long, next, 1000)
    const all = [long, ...keys, next]
    expect(all).toEqual([...new Set(all)].sort())
    expect(Math.max(...keys.map(({ length }) => length))).toBeLessThanOrEqual(200)
  })

  it('is not made between keys that are the wrong way round', () => {
    expect(() => orderKeyBetween('a1', 'a0')).toThrow('no order key')
    expect(() => orderKeyBetween('a1', 'a1')).toThrow('no order key')
  })

  it.each(['', 'a', 'b0', 'a00', 'a0!', '0', '[a1', '!a0', `a0${'V'.repeat(149)}`, `A${'0'.repeat(26)}`])(
    'is not %j',
    (text) => {
      expect(isOrderKey(text)).toBe(false)
    },
  )
})
