import { describe, expect, it } from 'vitest'
import { fromHex, toHex } from '../../../../shared/kernel/bytes'

const ALL = Uint8Array.from({ length: 256 }, (_, byte) => byte)

describe('hexadecimal', () => {
  it('is what everybody else writes for every byte, and is read back', () => {
    expect(toHex(ALL)).toBe(Buffer.from(ALL).toString('hex'))
    expect(fromHex(toHex(ALL))).toEqual(ALL)
  })

  it('is read with digits of either case', () => {
    expect(fromHex('00fFAb9a')).toEqual(Uint8Array.of(0, 0xff, 0xab, 0x9a))
    expect(fromHex('')).toEqual(new Uint8Array())
  })

  it('is null with any other character, in either place of a byte', () => {
    for (let code = 0; code < 300; code++) {
      const other = String.fromCharCode(code)
      if (/[0-9a-fA-F]/.test(other)) continue
      expect(fromHex(`0${other}`), `second ${code}`).toBeNull()
      expect(fromHex(`${other}0`), `first ${code}`).toBeNull()
    }
    expect(fromHex('０0'), 'a full-width digit').toBeNull()
    expect(fromHex('00\u{1d7d8}'), 'a digit of two units').toBeNull()
  })

  it('is null with half a byte', () => {
    expect(fromHex('abc')).toBeNull()
  })
})
