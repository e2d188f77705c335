import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  encodeContainer,
  mostBody,
  openContainer,
  type Place,
} from '../../../../../node/team/format/container'
import { keyPairOf } from '../../../../../node/team/format/identity'
import { teamNames } from '../../../../../node/team/format/names'
import { rawContainer, sealed, type RawContainer } from '../../../../support/raw-container'
import { must, seededRandom } from '../../../../support/store'

const TEAM = '00112233445566778899aabbccddeeff'
const WRITER = '0123456789abcdef'
const PAIR = keyPairOf('22'.repeat(32))
const SECRET = new Uint8Array(32).fill(9)
const SALT = new Uint8Array(32).fill(4)
const open = { team: TEAM, secret: null }
const locked = { team: TEAM, secret: SECRET }
const SEGMENT: Place = { kind: 'segment', writer: WRITER, segment: 3 }
const BODY = Buffer.from('客户来电'.repeat(50))

const header = {
  kind: 'segment',
  team: TEAM,
  key: PAIR.key,
  size: BODY.length,
  writer: WRITER,
  segment: 3,
  mint: 5,
}
const raw: RawContainer = { secretKey: PAIR.secret, header, body: BODY }

const opening = async (
  bytes: Uint8Array,
  place: Place = SEGMENT,
  team: typeof open | typeof locked = open,
) => {
  const read = await openContainer(bytes, place, team)
  return read.ok ? 'opened' : read.error.type
}

describe('a container', () => {
  it.each([
    ['as it is', raw, open],
    ['deflated', { ...raw, deflate: true }, open],
    [
      'encrypted',
      { ...raw, header: { ...header, salt: '04'.repeat(32) }, secret: SECRET, salt: SALT },
      locked,
    ],
    [
      'deflated and encrypted',
      { ...raw, header: { ...header, salt: '04'.repeat(32) }, secret: SECRET, salt: SALT, deflate: true },
      locked,
    ],
    ['with a member that nobody knows', { ...raw, header: { ...header, flavour: 'sweet' } }, open],
  ] as const)('[TF5] [TF7] [TF10] put together by hand opens: %s', async (_how, parts, team) => {
    const { body, key, place } = must(await openContainer(rawContainer(parts), SEGMENT, team))
    expect(Buffer.from(body).equals(BODY)).toBe(true)
    expect([key, place]).toEqual([PAIR.key, { ...SEGMENT, mint: 5 }])
  })

  it.each([
    ['segment', { kind: 'segment', writer: WRITER, segment: 1, mint: null }],
    ['snapshot', { kind: 'snapshot', writer: WRITER, first: 1, last: 16, mint: 9 }],
    ['template', { kind: 'template' }],
    ['attachment', { kind: 'attachment' }],
    ['member', { kind: 'member' }],
    ['request', { kind: 'request' }],
    ['note', { kind: 'note' }],
  ] as const)('[TF5] [TF10] that was encoded opens, plain and locked: %s', async (_kind, place) => {
    const random = seededRandom('containers')
    for (const team of [open, locked]) {
      for (const body of [new Uint8Array(), Buffer.from('a'), BODY, random(3000)]) {
        const bytes = await encodeContainer(place, body, { ...team, pair: PAIR, random })
        const tag = teamNames(TEAM, team.secret).tag(body)
        const opened = must(await openContainer(bytes, { ...place, tag }, team))
        expect(Buffer.from(opened.body).equals(Buffer.from(body))).toBe(true)
        expect(opened.place).toEqual(place)
      }
    }
  })

  it('[TF10] shows nothing of its body and never has the same salt', async () => {
    const sealing = { ...locked, pair: PAIR, random: seededRandom('salts') }
    const one = Buffer.from(await encodeContainer(SEGMENT, BODY, sealing))
    const two = Buffer.from(await encodeContainer(SEGMENT, BODY, sealing))
    const saltOf = (bytes: Buffer) => /"salt":"([0-9a-f]{64})"/.exec(bytes.toString('latin1'))?.[1]
    expect(saltOf(one)).toBeDefined()
    expect(saltOf(one)).not.toBe(saltOf(two))
    expect(one.includes(BODY.subarray(0, 12))).toBe(false)
    expect(one.includes(deflateRawSync(BODY))).toBe(false)
  })

  it('[TF6] that was cut anywhere is still arriving', async () => {
    const bytes = rawContainer(raw)
    for (let length = 0; length < bytes.length; length++) {
      expect([length, await opening(bytes.subarray(0, length))]).toEqual([length, 'arriving'])
    }
    expect(await opening(Buffer.concat([bytes, Buffer.alloc(1)]))).toBe('arriving')
  })

  it('[TF6] with any bit of it changed does not open', async () => {
    const bytes = rawContainer({ ...raw, header: { ...header, size: 3 }, body: Buffer.from('abc') })
    const end = bytes.length - 112
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const inSignature = bit >> 3 >= end + 40 && bit >> 3 < end + 104
      expect([bit, await opening(changed)]).toEqual([bit, inSignature ? 'forged' : 'arriving'])
    }
  })

  it('[TF6] signed by another than its header names is forged, whatever its version', async () => {
    const strange = { ...raw, secretKey: '33'.repeat(32) }
    expect(await opening(rawContainer(strange))).toBe('forged')
    expect(await opening(rawContainer({ ...strange, version: 2 }))).toBe('forged')
  })

  it('[TF8] of a later version or with an unknown flag waits, and says who signed it', async () => {
    const later = await openContainer(rawContainer({ ...raw, version: 2 }), SEGMENT, open)
    expect(later).toEqual({ ok: false, error: { type: 'newer', key: PAIR.key } })
    expect(await opening(rawContainer({ ...raw, flags: 4 }))).toBe('newer')
    expect(await opening(rawContainer({ ...raw, version: 0 }))).toBe('malformed')
    expect(await opening(rawContainer({ ...raw, reserved: 1 }))).toBe('malformed')
  })

  it.each([
    ['another team', { ...header, team: 'ab'.repeat(16) }],
    ['another kind', { ...header, kind: 'snapshot' }],
    ['a kind that there is not', { ...header, kind: '__proto__' }],
    ['another writer', { ...header, writer: 'fedcba9876543210' }],
    ['another number', { ...header, segment: 4 }],
    ['a number as text', { ...header, segment: '3' }],
    ['no writer', { ...header, writer: undefined }],
  ])('[TF7] from %s is in a wrong place', async (_from, other) => {
    expect(
      await opening(rawContainer({ ...raw, header: JSON.parse(JSON.stringify(other)) as unknown })),
    ).toBe('misplaced')
  })

  it('[TF7] whose content is not that of its tag or name is in a wrong place', async () => {
    const { tag, contentName } = teamNames(TEAM, null)
    const bytes = rawContainer(raw)
    expect(await opening(bytes, { ...SEGMENT, tag: tag(BODY) })).toBe('opened')
    expect(await opening(bytes, { ...SEGMENT, tag: tag(Buffer.from('other')) })).toBe('misplaced')
    expect(await opening(bytes, { ...SEGMENT, tag: '' })).toBe('misplaced')
    expect(await opening(bytes, { ...SEGMENT, tag: contentName('00'.repeat(32)) })).toBe('misplaced')
  })

  it.each([
    ['a size that is no number', { ...header, size: '12' }, 'malformed'],
    ['a negative size', { ...header, size: -1 }, 'malformed'],
    ['half a byte', { ...header, size: 0.5 }, 'malformed'],
    ['a size that is too small', { ...header, size: BODY.length - 1 }, 'malformed'],
    ['a size that is too large', { ...header, size: BODY.length + 1 }, 'malformed'],
    ['a size beyond all limits', { ...header, size: 2 ** 52 }, 'tooLarge'],
    ['a mint that there is not', { ...header, mint: 4096 }, 'malformed'],
    ['no mint', { ...header, mint: 'no' }, 'malformed'],
  ])('[TF7] [TF8] with %s is refused', async (_what, other, why) => {
    for (const deflate of [false, true]) {
      expect(await opening(rawContainer({ ...raw, header: other, deflate }))).toBe(why)
    }
  })

  it.each([
    ['a list', '[]'],
    ['cut JSON', '{"kind":"segment"'],
    ['two members of one name', `{"key":"${'00'.repeat(32)}","key":"${PAIR.key}"}`],
    ['white space', `{"key": "${PAIR.key}"}`],
    ['a depth of a thousand', `{"a":${'['.repeat(1000)}${']'.repeat(1000)},"key":"${PAIR.key}"}`],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['no key', '{}'],
    ['an endless number', `{"key":"${PAIR.key}","size":1e999}`],
  ])('[TF7] [TF23] whose header is %s is malformed', async (_what, text) => {
    expect(await opening(rawContainer({ ...raw, headerBytes: Buffer.from(text) }))).toBe('malformed')
  })

  it('[TF5] whose header would be longer than the file or the limit is malformed', async () => {
    expect(await opening(rawContainer({ ...raw, headerLength: 65_537 }))).toBe('malformed')
    expect(await opening(rawContainer({ ...raw, headerLength: 0xffffffff }))).toBe('malformed')
    expect(await opening(sealed(Buffer.alloc(12), PAIR.secret))).toBe('malformed')
    expect(await opening(sealed(Buffer.alloc(0), PAIR.secret))).toBe('arriving')
  })

  it('[TF5] [TF8] that inflates to more or less than it says, or not at all, is malformed', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024))
    const flags = 1
    expect(
      await opening(rawContainer({ ...raw, header: { ...header, size: 1000 }, body: bomb, flags })),
    ).toBe('malformed')
    expect(await opening(rawContainer({ ...raw, header: { ...header, size: 0 }, body: bomb, flags }))).toBe(
      'malformed',
    )
    expect(await opening(rawContainer({ ...raw, body: Buffer.from('not deflated at all'), flags }))).toBe(
      'malformed',
    )
    const tailed = Buffer.concat([deflateRawSync(BODY), Buffer.from('more')])
    expect(await opening(rawContainer({ ...raw, body: tailed, flags }))).toBe('malformed')
    expect(await opening(rawContainer({ ...raw, body: deflateRawSync(BODY).subarray(0, -1), flags }))).toBe(
      'malformed',
    )
  })

  it('[TF8] that is longer than its kind may be is not looked into', async () => {
    const bytes = new Uint8Array(mostBody('note') + 2 * 1024 * 1024)
    expect(await opening(bytes, { kind: 'note' })).toBe('tooLarge')
    const size = mostBody('note') + 1
    const note = {
      ...raw,
      header: { kind: 'note', team: TEAM, key: PAIR.key, size },
      body: Buffer.alloc(size),
    }
    expect(await opening(rawContainer(note), { kind: 'note' })).toBe('tooLarge')
    await expect(
      encodeContainer({ kind: 'note' }, Buffer.alloc(size), {
        ...open,
        pair: PAIR,
        random: seededRandom('x'),
      }),
    ).rejects.toThrow('a note of')
  })

  it('[TF10] is not readable with another secret, unencrypted in a locked team, or encrypted in an open one', async () => {
    const sealedHeader = { ...header, salt: '04'.repeat(32) }
    const bytes = rawContainer({ ...raw, header: sealedHeader, secret: SECRET, salt: SALT })
    expect(await opening(bytes, SEGMENT, locked)).toBe('opened')
    expect(await opening(bytes, SEGMENT, { team: TEAM, secret: SALT })).toBe('unreadable')
    expect(await opening(bytes, SEGMENT, open)).toBe('unreadable')
    expect(await opening(rawContainer(raw), SEGMENT, locked)).toBe('unreadable')
    const short = { ...raw, header: sealedHeader, flags: 2, body: Buffer.alloc(15) }
    expect(await opening(rawContainer(short), SEGMENT, locked)).toBe('unreadable')
    const unsalted = { ...raw, secret: SECRET, salt: SALT }
    expect(await opening(rawContainer(unsalted), SEGMENT, locked)).toBe('malformed')
  })

  it('[TF10] binds the body to its header', async () => {
    const sealedHeader = { ...header, salt: '04'.repeat(32) }
    const bytes = rawContainer({ ...raw, header: sealedHeader, secret: SECRET, salt: SALT })
    const text = bytes.subarray(0, bytes.length - 112)
    const moved = Buffer.from(text.toString('latin1').replace('"segment":3', '"segment":4'), 'latin1')
    expect(await opening(sealed(moved, PAIR.secret), { ...SEGMENT, segment: 4 }, locked)).toBe('unreadable')
  })
})
