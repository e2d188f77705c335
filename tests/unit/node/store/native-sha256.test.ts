import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../../node/store/native-sha256'
import { toHex } from '../../../../shared/kernel/bytes'
import { sha256 as portable } from '../../../../shared/kernel/sha256'

describe('the fast SHA-256', () => {
  it('is the portable one, for any length and for a part of a buffer', () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * 37) & 0xff)
    for (let length = 0; length <= bytes.length; length++) {
      const part = bytes.subarray(bytes.length - length)
      expect(toHex(sha256(part))).toBe(toHex(portable(part)))
    }
  })

  it('gives bytes that stay as they are', () => {
    const first = sha256(Uint8Array.of(1))
    const before = toHex(first)
    for (let n = 0; n < 1000; n++) sha256(Uint8Array.of(n & 0xff, n >> 8))
    expect(toHex(first)).toBe(before)
    expect(first.length).toBe(32)
  })
})
