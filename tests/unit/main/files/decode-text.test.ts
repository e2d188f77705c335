import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../main/files/decode-text'

describe('the text of a file', () => {
  it('is read as UTF-8, with or without its mark', () => {
    expect(decodeText(new TextEncoder().encode('春节'))).toBe('春节')
    expect(decodeText(new TextEncoder().encode('\uFEFF春节'))).toBe('春节')
    expect(decodeText(new Uint8Array())).toBe('')
  })

  it('is read as GBK when it is no UTF-8', () => {
    expect(decodeText(Uint8Array.of(0xb4, 0xba, 0xbd, 0xda))).toBe('春节')
  })

  it('is read as UTF-16 with its mark, in either order', () => {
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x25, 0x66, 0x82, 0x82))).toBe('春节')
    expect(decodeText(Uint8Array.of(0xfe, 0xff, 0x66, 0x25, 0x82, 0x82))).toBe('春节')
  })
})
