import { describe, expect, it } from 'vitest'
import {
  deviceOf,
  fingerprintOf,
  isMint,
  isSignedBy,
  keyPairOf,
  mintOf,
  newKeyPair,
  newWriter,
  sign,
} from '../../../../../node/team/format/identity'
import { toHex } from '../../../../../shared/kernel/bytes'
import { seededRandom } from '../../../../support/store'

/** Test 1 of RFC 8032 §7.1. All other figures here were made with `openssl dgst` and `openssl pkeyutl`. */
const PAIR = {
  secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
  key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
}
const OTHER = keyPairOf('11'.repeat(32))
const WRITER_258 = 'd8687846d83aeef6'

describe('the keys of a team', () => {
  it('[TF1] has the public half that RFC 8032 gives for a seed', () => {
    expect(keyPairOf(PAIR.secret)).toEqual(PAIR)
  })

  it('[TF1] makes a new pair from the randomness that is handed in, and no pair from anything else', () => {
    const pair = newKeyPair(seededRandom('keys'))
    expect(keyPairOf(pair.secret)).toEqual(pair)
    expect(newKeyPair(seededRandom('others')).key).not.toBe(pair.key)
    for (const wrong of ['', 'ab', PAIR.secret.slice(2), `${PAIR.secret}00`, PAIR.secret.toUpperCase()]) {
      expect(() => keyPairOf(wrong)).toThrow('64 hex digits')
    }
  })

  it('[TF5] signs as openssl does, and takes no other signature, message or key', () => {
    const message = Buffer.concat([Buffer.from('zhike container 1\n'), Buffer.alloc(32, 0x11)])
    const signature = sign(message, PAIR)
    expect(toHex(signature)).toBe(
      '512fea11f94e308c70caae240132317d417b67153c4cd9a21fbf30c59170c3c1' +
        'a18d71e710654be972174bfffcf72368678d8c9e3677aa286d05c98220b6f700',
    )
    expect(isSignedBy(PAIR.key, message, signature)).toBe(true)
    expect(isSignedBy(OTHER.key, message, signature)).toBe(false)
    expect(isSignedBy(PAIR.key, message.subarray(1), signature)).toBe(false)
    expect(isSignedBy(PAIR.key, message, signature.subarray(1))).toBe(false)
    expect(isSignedBy('zz', message, signature)).toBe(false)
    expect(isSignedBy('ff'.repeat(32), message, signature)).toBe(false)
  })

  it('[TF1] names a device, and gives a key twelve digits to compare', () => {
    expect(deviceOf(PAIR.key)).toBe('f5a3a409b7e4a247')
    expect(fingerprintOf(PAIR.key)).toBe('0833 7107 5234')
  })
})

describe('the writers of a key', () => {
  it('[TF2] are named by key and mint', () => {
    expect(isMint(PAIR.key, WRITER_258, 258)).toBe(true)
    expect(isMint(PAIR.key, WRITER_258, 257)).toBe(false)
    expect(isMint(OTHER.key, WRITER_258, 258)).toBe(false)
  })

  it('[TF2] are found again without the mint, and not for another key', () => {
    expect(mintOf(PAIR.key, WRITER_258)).toBe(258)
    expect(mintOf(OTHER.key, WRITER_258)).toBeNull()
    expect(mintOf(OTHER.key, WRITER_258)).toBeNull()
  })

  it('[TF2] get their mint by chance', () => {
    const random = seededRandom('mints')
    const writers = Array.from({ length: 5 }, () => newWriter(PAIR.key, random))
    expect(new Set(writers).size).toBe(5)
    for (const writer of writers) expect(isMint(PAIR.key, writer, mintOf(PAIR.key, writer) ?? -1)).toBe(true)
    expect(newWriter(PAIR.key, () => Uint8Array.of(2, 1))).toBe(WRITER_258)
  })

  it.each([-1, 4096, 1.5, Number.NaN, Infinity])('[TF2] have no mint %s', (mint) => {
    expect(isMint(PAIR.key, WRITER_258, mint)).toBe(false)
  })
})
