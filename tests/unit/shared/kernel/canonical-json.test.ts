import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from '../../../../shared/kernel/canonical-json'

describe('canonical JSON', () => {
  it('sorts the members of every object by UTF-16 units and leaves no space', () => {
    const value: Json = { b: [1, { z: null, a: true }], A: 'x', '\u{1f600}': 1, '\uff5e': 2, '': {}, 客: [] }
    expect(canonicalJson(value)).toBe(
      '{"":{},"A":"x","b":[1,{"a":true,"z":null}],"客":[],"\u{1f600}":1,"\uff5e":2}',
    )
  })

  it('keeps members of any name', () => {
    expect(
      canonicalJson(JSON.parse('{"constructor":1,"__proto__":{"b":2,"a":"\\n"},"10":0,"9":0}') as Json),
    ).toBe('{"10":0,"9":0,"__proto__":{"a":"\\n","b":2},"constructor":1}')
  })

  it('is the same text for the same value, whatever order its members came in, and reads as that value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        const value = JSON.parse(JSON.stringify(any)) as Json
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(value)
        expect(canonicalJson(turned(value))).toBe(text)
      }),
    )
  })
})

/** The same value, its members in the opposite order. */
function turned(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one: Json) => turned(one))
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, turned(member)]),
  )
}
