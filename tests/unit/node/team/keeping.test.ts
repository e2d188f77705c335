import { describe, expect, it } from 'vitest'
import { keyRing, type KeyProtection, type TeamKeys } from '../../../../node/team/session/key-ring'
import { recoveryCodeOf, secretOfRecoveryCode } from '../../../../node/team/format/recovery-code'
import { packSegments, unpackSegments } from '../../../../node/team/format/snapshot-body'
import { FaultyDisk } from '../../../support/faulty-files'
import { must, seededRandom } from '../../../support/store'
import { toHex } from '../../../../shared/kernel/bytes'

describe('a snapshot', () => {
  const segments = [Buffer.from('one'), Buffer.from('二'), Buffer.alloc(1000, 3)]

  it('[TF20] has each segment behind its length', () => {
    expect(toHex(packSegments(segments.slice(0, 2)))).toBe('030000006f6e6503000000e4ba8c')
    expect(unpackSegments(packSegments(segments), 3)?.map((bytes) => Buffer.from(bytes))).toEqual(segments)
  })

  it('[TF20] [TF23] is nothing unless it is exactly so many segments', () => {
    const body = packSegments(segments)
    for (const expected of [0, 1, 2, 4, -1, 257, 2 ** 40, Number.NaN]) {
      expect([expected, unpackSegments(body, expected)]).toEqual([expected, null])
    }
    for (let length = 0; length < body.length; length++)
      expect(unpackSegments(body.subarray(0, length), 3)).toBeNull()
    expect(unpackSegments(Buffer.concat([body, Buffer.alloc(1)]), 3)).toBeNull()
    expect(unpackSegments(Buffer.from('ffffffff00', 'hex'), 1)).toBeNull()
    expect(unpackSegments(Buffer.alloc(4), 1)).toBeNull()
  })

  it('[TF20] of too many segments is not made', () => {
    expect(() => packSegments(Array.from({ length: 257 }, () => Buffer.from('a')))).toThrow('too large')
  })
})

describe('the recovery code', () => {
  const secret = toHex(seededRandom('seal')(32))
  const code = recoveryCodeOf(secret)

  it('gives the secret back, however it was typed', () => {
    expect(code).toMatch(/^(?:[2-9A-HJKMNP-Z]{5}-){12}[2-9A-HJKMNP-Z]{5}$/)
    const typed = [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('-', '－'),
      `\n${code}  `,
    ]
    for (const text of typed) expect(must(secretOfRecoveryCode(text))).toBe(secret)
    for (const edge of ['00'.repeat(32), 'ff'.repeat(32)]) {
      expect(must(secretOfRecoveryCode(recoveryCodeOf(edge)))).toBe(edge)
    }
    expect(recoveryCodeOf('00'.repeat(32)).slice(0, 11)).toBe('22222-22223')
  })

  it('says in which group a sign is wrong, whichever it is', () => {
    const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ01ILO!中'
    for (let at = 0; at < code.length; at++) {
      if (code[at] === '-') continue
      for (const sign of signs) {
        if (sign === code[at]) continue
        const wrong = code.slice(0, at) + sign + code.slice(at + 1)
        const error = { type: 'WrongRecoveryCode', group: Math.floor(at / 6) + 1 }
        expect(secretOfRecoveryCode(wrong)).toEqual({ ok: false, error })
      }
    }
  })

  it('finds signs and groups that changed places', () => {
    const groups = code.split('-')
    for (let at = 0; at + 1 < code.length; at++) {
      const [a = '', b = ''] = [code[at], code[at + 1]]
      if (a === '-' || b === '-' || a === b) continue
      expect(secretOfRecoveryCode(code.slice(0, at) + b + a + code.slice(at + 2)).ok).toBe(false)
    }
    for (let at = 0; at + 1 < groups.length; at++) {
      const swapped = [...groups.slice(0, at), groups[at + 1], groups[at], ...groups.slice(at + 2)]
      expect(secretOfRecoveryCode(swapped.join('-')).ok).toBe(false)
    }
  })

  it('is not one with signs too few or too many, or beyond what a secret can be', () => {
    const none = { ok: false, error: { type: 'WrongRecoveryCode', group: null } }
    expect(secretOfRecoveryCode('')).toEqual(none)
    expect(secretOfRecoveryCode(code.slice(0, -1))).toEqual(none)
    expect(secretOfRecoveryCode(code.slice(0, 5))).toEqual(none)
    expect(secretOfRecoveryCode(`${code}2`)).toEqual(none)
    expect(secretOfRecoveryCode('2'.repeat(1_000_000))).toEqual(none)
    // 31^52 is more than 2^256: all signs the highest, each group with its right check.
    const highest = Array.from(
      { length: 13 },
      (_, place) => `ZZZZ${'23456789ABCDEFGHJKMNPQRSTUVWXYZ'.charAt((place + 30 * 14) % 31)}`,
    )
    expect(secretOfRecoveryCode(highest.join('-'))).toEqual(none)
  })
})

describe('the key ring', () => {
  const TEAM = '00112233445566778899aabbccddeeff'
  const keys: TeamKeys = {
    team: TEAM,
    seal: '01'.repeat(32),
    sealSecret: '02'.repeat(32),
    deviceSecret: '03'.repeat(32),
    teamSecret: null,
    path: 'Z:\\客服部\\团队',
    name: '示例前台',
    letter: 'B',
  }
  /** Each bit turned over: what stands in the file is not the text. */
  const turned: KeyProtection = {
    isProtecting: () => true,
    protect: (text) => Buffer.from(text, 'utf8').map((byte) => byte ^ 0xff),
    unprotect: (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0xff)).toString('utf8'),
  }
  const ringOn = (disk: FaultyDisk, protection = turned) => keyRing(disk.port(), '/profile/keys', protection)

  it('[TF1] keeps what was written, over what was there, and nothing readable', async () => {
    const disk = new FaultyDisk()
    const ring = ringOn(disk)
    expect(must(await ring.read(TEAM))).toBeNull()
    must(await ring.write(keys))
    must(await ring.write({ ...keys, path: '/mnt/team', sealSecret: null, teamSecret: '05'.repeat(32) }))
    const read = must(await ringOn(disk).read(TEAM))
    expect(read).toEqual({ ...keys, path: '/mnt/team', sealSecret: null, teamSecret: '05'.repeat(32) })
    const [[path, bytes] = ['', new Uint8Array()], ...more] = [...disk.files()]
    expect([path, more]).toEqual([`/profile/keys/${TEAM}.keys`, []])
    expect(Buffer.from(bytes).includes(keys.deviceSecret)).toBe(false)
  })

  it('says so when the system does not open or protect them', async () => {
    const disk = new FaultyDisk()
    must(await ringOn(disk).write(keys))
    const shut = () => {
      throw new Error('no key store')
    }
    const closed = ringOn(disk, { ...turned, protect: shut, unprotect: shut })
    const unavailable = { ok: false, error: { type: 'KeysUnavailable', reason: 'no key store' } }
    expect(await closed.read(TEAM)).toEqual(unavailable)
    expect(await closed.write(keys)).toEqual(unavailable)
    expect(must(await ringOn(disk).read(TEAM))).toEqual(keys)
  })

  it('takes damaged or strange ones for none that can be used', async () => {
    const disk = new FaultyDisk()
    must(await ringOn(disk).write(keys))
    const wrong = [
      'not the text',
      '{}',
      JSON.stringify({ ...keys, team: 'ff'.repeat(16) }),
      JSON.stringify({ ...keys, deviceSecret: 'short' }),
      JSON.stringify({ ...keys, seal: null }),
      JSON.stringify({ ...keys, sealSecret: 5 }),
      JSON.stringify({ ...keys, teamSecret: 'x' }),
      JSON.stringify({ ...keys, path: null }),
      JSON.stringify({ ...keys, letter: null }),
    ]
    for (const text of wrong) {
      const ring = ringOn(disk, { ...turned, unprotect: () => text })
      expect((await ring.read(TEAM)).ok).toBe(false)
    }
    await expect(ringOn(disk).write({ ...keys, seal: '' })).rejects.toThrow('read again')
    await expect(ringOn(disk).read('../x')).rejects.toThrow('32 hex')
  })

  it('[TF1] lets nobody but this account read the files, also where there is no key store', async () => {
    const disk = new FaultyDisk()
    const port = disk.port()
    const usual: string[] = []
    const watched = {
      ...port,
      createNew: (path: string, access?: string) => {
        if (access !== 'private') usual.push(path)
        return port.createNew(path)
      },
    }
    const ring = keyRing(watched, '/profile/keys', { ...turned, isProtecting: () => false })
    must(await ring.writeBegun(keys))
    must(await ring.promote(TEAM))
    must(await ring.replace({ ...keys, letter: 'C' }))
    must(await ring.write(keys))
    expect(usual).toEqual([])
    expect(ring.isProtected()).toBe(false)
    expect([...disk.files().keys()]).toEqual([
      `/profile/keys/${TEAM}.keys`,
      `/profile/keys/${TEAM}.keys.left-1`,
    ])
  })

  it('puts them away without losing them', async () => {
    const disk = new FaultyDisk()
    const ring = ringOn(disk)
    must(await ring.write(keys))
    must(await ring.putAway(TEAM))
    must(await ring.putAway(TEAM))
    expect(must(await ring.read(TEAM))).toBeNull()
    expect([...disk.files()].map(([path]) => path)).toEqual([`/profile/keys/${TEAM}.keys.left-1`])
  })
})
