import { createCipheriv } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keyPairOf, sign } from '../../../../../node/team/format/identity'
import { makeMark, openLock, readMark, type Lock, type TeamMark } from '../../../../../node/team/format/mark'
import { canonicalJson, type Json } from '../../../../../shared/kernel/canonical-json'
import { toHex } from '../../../../../shared/kernel/bytes'
import { must, seededRandom } from '../../../../support/store'

const TEAM = '00112233445566778899aabbccddeeff'
const SEAL = keyPairOf('44'.repeat(32))
const made = (passphrase: string | null) =>
  makeMark(
    { team: TEAM, seal: SEAL, name: '示例客服部', created: 1_767_575_000_000, random: seededRandom('mark') },
    { passphrase, log2N: 14 },
  )

const plain = { format: 1, team: TEAM, seal: SEAL.key, name: '示例客服部', created: 5, lock: null }

/** A mark put together by hand, signed whatever is in it. */
function signedMark(json: object): Buffer {
  const text = canonicalJson(json as Json)
  const signature = toHex(sign(Buffer.from(`zhike team 1\n${text}`, 'utf8'), SEAL))
  return Buffer.from(canonicalJson({ ...json, signature }), 'utf8')
}

const reading = (bytes: Uint8Array) => {
  const read = readMark(bytes)
  return read.ok ? 'read' : read.error.type
}

/** Made with `openssl kdf … SCRYPT` of 团队口令AB, salt 00 … 0f, N 16384, r 8, p 1. */
const KEY = Buffer.from('a964214d087ca41fab2393511dc8e3cbe78b57edd78e8d94df74f9c3b0028a83', 'hex')
const SALT = '000102030405060708090a0b0c0d0e0f'

function lockByHand(secret: Uint8Array): Lock {
  const nonce = Buffer.alloc(12, 3)
  const cipher = createCipheriv('aes-256-gcm', KEY, nonce).setAAD(Buffer.from(TEAM, 'ascii'))
  const wrapped = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return {
    kdf: 'scrypt',
    n: 14,
    r: 8,
    p: 1,
    salt: SALT,
    nonce: nonce.toString('hex'),
    wrapped: wrapped.toString('hex'),
  }
}

describe('the mark of a team folder', () => {
  it('[TF11] is read as it was made', async () => {
    for (const passphrase of [null, '示例口令']) {
      const { bytes, mark } = await made(passphrase)
      expect(must(readMark(bytes))).toEqual(mark)
    }
  })

  it('[TF11] put together by hand is read, with members that nobody knows', () => {
    const { seal, team, name } = must(readMark(signedMark({ ...plain, motto: '…' })))
    expect([seal, team, name]).toEqual([SEAL.key, TEAM, '示例客服部'])
  })

  it('[TF11] that somebody changed or another signed is forged', () => {
    const bytes = signedMark(plain)
    const renamed = Buffer.from(bytes.toString('utf8').replace('示例客服部', '示例销售部'))
    expect(reading(renamed)).toBe('forged')
    expect(
      reading(Buffer.from(bytes.toString('utf8').replace(SEAL.key, keyPairOf('55'.repeat(32)).key))),
    ).toBe('forged')
    expect(reading(signedMark({ ...plain, seal: keyPairOf('55'.repeat(32)).key }))).toBe('forged')
  })

  it('[TF11] of a later format is told apart', () => {
    const { signature: _, ...later } = { ...plain, format: 7, team: { id: TEAM }, signature: '' }
    expect(readMark(Buffer.from(JSON.stringify(later)))).toEqual({
      ok: false,
      error: { type: 'newer', format: 7 },
    })
  })

  it('[TF11] that was cut anywhere is damaged', () => {
    const bytes = signedMark(plain)
    for (let length = 0; length < bytes.length; length++) {
      expect(reading(bytes.subarray(0, length))).toBe('damaged')
    }
  })

  it.each([
    ['format', 0],
    ['format', '1'],
    ['team', '../../../..'],
    ['team', TEAM.toUpperCase()],
    ['seal', 'ff'],
    ['name', ''],
    ['name', '示'.repeat(201)],
    ['name', 'a\u202eb'],
    ['name', 5],
    ['created', -1],
    ['created', 8.64e15 + 2],
    ['lock', {}],
    ['lock', 'none'],
    ['lock', undefined],
  ])('[TF11] [TF23] whose %s is %j is damaged', (member, value) => {
    const json = JSON.parse(JSON.stringify({ ...plain, [member]: value })) as object
    expect(reading(signedMark(json))).toBe('damaged')
  })

  it('[TF23] that is deeper or longer than a mark is damaged', () => {
    expect(reading(Buffer.from(`{"a":${'['.repeat(100_000)}`))).toBe('damaged')
    expect(reading(signedMark({ ...plain, more: 'x'.repeat(70_000) }))).toBe('damaged')
  })
})

describe('the lock of a team', () => {
  it('[TF9] opens with the passphrase, however its signs were typed, and with no other', async () => {
    const { mark, secret } = await made('口令ＡＢ1')
    expect(secret?.length).toBe(32)
    expect(must(await openLock(mark, '口令AB1'))).toEqual(secret)
    for (const wrong of ['', '口令ab1', '口令AB1 ']) {
      expect(await openLock(mark, wrong)).toEqual({ ok: false, error: { type: 'WrongPassphrase' } })
    }
  })

  it('[TF9] opens with the key that openssl derives', async () => {
    const secret = Uint8Array.from({ length: 32 }, (_, i) => i)
    const mark = must(readMark(signedMark({ ...plain, lock: lockByHand(secret) })))
    expect(must(await openLock(mark, '团队口令ＡＢ'))).toEqual(secret)
  })

  it('[TF9] belongs to its team alone', async () => {
    const { mark } = await made('口令')
    const moved: TeamMark = { ...mark, team: 'ab'.repeat(16) }
    expect((await openLock(moved, '口令')).ok).toBe(false)
  })

  it.each([
    ['n', 13],
    ['n', 19],
    ['n', 14.5],
    ['r', 9],
    ['r', 2 ** 31],
    ['p', 0],
    ['p', 5],
    ['kdf', 'pbkdf2'],
    ['salt', '00'],
    ['nonce', 'zz'.repeat(12)],
    ['wrapped', '00'.repeat(49)],
  ])('[TF9] [TF23] whose %s is %j is not tried', (member, value) => {
    const lock = { ...lockByHand(new Uint8Array(32)), [member]: value }
    expect(reading(signedMark({ ...plain, lock }))).toBe('damaged')
  })

  it('[TF9] is there when there is a passphrase', async () => {
    expect((await made(null)).mark.lock).toBeNull()
    expect((await made(null)).secret).toBeNull()
    expect((await made('a')).mark.lock?.n).toBe(14)
  })
})
