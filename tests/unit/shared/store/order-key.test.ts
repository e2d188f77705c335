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
  })

  it('is not made between keys that are the wrong way round', () => {
    expect(() => orderKeyBetween('a1', 'a0')).toThrow('no order key')
    expect(() => orderKeyBetween('a1', 'a1')).toThrow('no order key')
  })

  it.each(['', 'a', 'b0', 'a00', 'a0!', '0', `a0${'V'.repeat(300)}`])('is not %j', (text) => {
    expect(isOrderKey(text)).toBe(false)
  })
})
