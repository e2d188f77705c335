import { describe, expect, it } from 'vitest'
import { toHex } from '../../../../shared/kernel/bytes'
import { canonicalJson, type Json } from '../../../../shared/kernel/canonical-json'
import { sha256 } from '../../../../shared/kernel/sha256'
import { encodeFrame, FRAME_FLAG, FRAME_TYPE, type Frame } from '../../../../shared/store/frame'
import {
  decodeHeaderAt,
  encodeClosing,
  encodeHeader,
  scanSegment,
  type SegmentHeader,
} from '../../../../shared/store/segment'

const CHAIN = 'ab'.repeat(32)
const HEADER: SegmentHeader = {
  format: 1,
  folder: '0'.repeat(32),
  writer: 'a'.repeat(16),
  segment: 2,
  previous: { seq: 7, chain: CHAIN },
  reason: 'afterTorn',
  torn: [{ segment: 1, bytes: 300 }],
  created: 5,
  program: '0.1.0',
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]))

function frame(type: number, seq: number, text: string, flags = 0): Uint8Array {
  const payload = bytesOf(text)
  const made: Frame = { type, flags, seq, hash: toHex(sha256(payload)), chain: CHAIN, payload }
  return encodeFrame(made)
}

const change = (seq: number, flags = 0) => frame(FRAME_TYPE.change, seq, `"${seq}"`, flags)
const closing = (json: Json) => frame(FRAME_TYPE.closing, 9, canonicalJson(json))
const said = (json: unknown) =>
  decodeHeaderAt(frame(FRAME_TYPE.header, 7, canonicalJson(json as Json)), sha256)

describe('[ST17] the header of a segment', () => {
  it('says again what was written, whatever the reason of the segment', () => {
    for (const reason of ['first', 'rotated', 'afterTorn'] as const)
      expect(said({ ...HEADER, reason })).toEqual({ ...HEADER, reason })
    expect(decodeHeaderAt(encodeHeader(HEADER, sha256), sha256)).toEqual(HEADER)
    expect(said({ ...HEADER, segment: 0, created: 0, torn: [] })).toEqual({
      ...HEADER,
      segment: 0,
      created: 0,
      torn: [],
    })
  })

  it('stands in the frame before the first change, with its place in the chain', () => {
    const { frames, count, header } = scanSegment(joined(encodeHeader(HEADER, sha256), change(8)), sha256)
    expect(frames.map(({ seq }) => seq)).toEqual([8])
    expect([count, header?.previous]).toEqual([2, { seq: 7, chain: CHAIN }])
  })

  it.each([
    ['no object', 'header'],
    ['nothing', null],
    ['no format', { ...HEADER, format: '1' }],
    ['a negative format', { ...HEADER, format: -1 }],
    ['no folder', { ...HEADER, folder: 1 }],
    ['no writer', { ...HEADER, writer: 'x' }],
    ['no number', { ...HEADER, segment: 1.5 }],
    ['nothing before it', { ...HEADER, previous: null }],
    ['a sequence before it that is none', { ...HEADER, previous: { seq: -1, chain: CHAIN } }],
    ['a chain before it that is none', { ...HEADER, previous: { seq: 7, chain: 7 } }],
    ['a list for a chain before it', { ...HEADER, previous: { seq: 7, chain: [CHAIN] } }],
    ['a chain before it that is too long', { ...HEADER, previous: { seq: 7, chain: `${CHAIN}0` } }],
    ['a chain before it that begins otherwise', { ...HEADER, previous: { seq: 7, chain: `0x${CHAIN}` } }],
    ['an unknown reason', { ...HEADER, reason: 'whim' }],
    ['torn that is no list', { ...HEADER, torn: {} }],
    ['torn without a number', { ...HEADER, torn: [{ bytes: 3 }] }],
    ['torn without bytes', { ...HEADER, torn: [HEADER.torn[0], { segment: 1 }] }],
    ['torn that is no object', { ...HEADER, torn: [null] }],
    ['no time', { ...HEADER, created: 'today' }],
  ])('with %s cannot be read', (_, json) => {
    expect(said(json)).toBeNull()
  })

  it('[ST3] of a newer format is read as far as every format has it', () => {
    const newer = { format: 2, folder: HEADER.folder, writer: HEADER.writer, segment: 3 }
    const rest = { previous: { seq: 0, chain: '' }, reason: 'rotated', torn: [], created: 0, program: '' }
    expect(said(newer)).toEqual({ ...newer, ...rest })
    expect(said({ ...HEADER, format: 2 })).toEqual({ ...HEADER, format: 2 })
    expect(said({ ...newer, format: 1 })).toBeNull()
  })

  it('of a program without a name is one of a program without a name', () => {
    expect(said({ ...HEADER, program: 1 })?.program).toBe('')
  })

  it('is only what stands first in the file, and is a header', () => {
    expect(decodeHeaderAt(change(1), sha256)).toBeNull()
    expect(decodeHeaderAt(new Uint8Array(), sha256)).toBeNull()
    const header = encodeHeader(HEADER, sha256)
    expect(scanSegment(joined(Uint8Array.of(1, 2), header, change(8)), sha256)).toMatchObject({
      header: null,
      count: 2,
      damaged: [{ offset: 0, bytes: 2 }],
    })
    expect(scanSegment(joined(change(1), header), sha256).header).toBeNull()
    expect(scanSegment(new Uint8Array(), sha256)).toEqual({
      header: null,
      frames: [],
      count: 0,
      closed: false,
      damaged: [],
      tail: null,
      whole: 0,
    })
  })
})

describe('[ST19] the end of a segment', () => {
  const open = joined(encodeHeader(HEADER, sha256), change(8), change(9))
  const right = { bytes: open.length, frames: 3, sha256: toHex(sha256(open)) }

  it('holds when bytes, frames and hash are those of what stands before it', () => {
    expect(scanSegment(joined(open, closing(right)), sha256)).toMatchObject({
      closed: true,
      damaged: [],
      count: 4,
    })
    expect(joined(open, encodeClosing({ seq: 9, chain: CHAIN }, open, 3, sha256))).toEqual(
      joined(open, closing(right)),
    )
  })

  it.each([
    ['other bytes', { ...right, bytes: open.length + 1 }],
    ['another number of frames', { ...right, frames: 2 }],
    ['another hash', { ...right, sha256: '0'.repeat(64) }],
    ['no member', {}],
    ['no object', 'end'],
    ['nothing', null],
  ])('is damage when it says %s', (_, json) => {
    const end = closing(json)
    const scan = scanSegment(joined(open, end), sha256)
    expect(scan.damaged).toEqual([{ offset: open.length, bytes: end.length }])
    expect(scan.frames.map(({ seq }) => seq)).toEqual([8, 9])
  })

  it('is not asked when damage stands before it', () => {
    const hurt = open.slice()
    hurt[hurt.length - 1]! ^= 1
    const scan = scanSegment(joined(hurt, closing(right)), sha256)
    expect(scan).toMatchObject({ closed: true, tail: null })
    expect(scan.damaged).toEqual([{ offset: open.length - change(9).length, bytes: change(9).length }])
  })

  it('ends the reading: what follows is damage of that length', () => {
    const scan = scanSegment(joined(open, closing(right), change(10), Uint8Array.of(1)), sha256)
    expect(scan.frames.map(({ seq }) => seq)).toEqual([8, 9])
    expect(scan.damaged).toEqual([{ offset: scan.whole, bytes: change(10).length + 1 }])
    expect(scan.whole).toBe(open.length + closing(right).length)
  })
})

describe('[ST8] an append of several frames', () => {
  const { more } = FRAME_FLAG
  const header = encodeHeader(HEADER, sha256)

  it('counts when its last frame is there', () => {
    const scan = scanSegment(joined(header, change(8, more), change(9)), sha256)
    expect(scan.frames.map(({ seq }) => seq)).toEqual([8, 9])
    expect(scan.tail).toBeNull()
  })

  it('does not count without it, however many frames it has, and what stands before does', () => {
    const before = joined(header, change(8))
    const scan = scanSegment(
      joined(before, change(9, more), change(10, more), Uint8Array.of(0xff, 0x5a)),
      sha256,
    )
    expect(scan.frames.map(({ seq }) => seq)).toEqual([8])
    expect(scan).toMatchObject({ count: 2, whole: before.length, closed: false })
    expect(scan.tail).toEqual({ offset: before.length, bytes: 2 * change(9).length + 1 + 2 })
  })

  it('of which nothing else is in the file leaves nothing that counts', () => {
    const scan = scanSegment(joined(change(8, more), change(9, more)), sha256)
    expect(scan).toMatchObject({ frames: [], count: 0, whole: 0 })
    expect(scan.tail).toEqual({ offset: 0, bytes: 2 * change(8).length })
  })

  it('counts up to damage behind it, since whole frames stand behind that [ST24]', () => {
    const before = joined(header, change(8, more))
    const scan = scanSegment(joined(before, Uint8Array.of(1, 2, 3), change(9, more)), sha256)
    expect(scan.frames.map(({ seq }) => seq)).toEqual([8])
    expect(scan.damaged).toEqual([{ offset: before.length, bytes: 3 }])
    expect(scan.tail).toEqual({ offset: before.length + 3, bytes: change(9).length })
  })

  it('counts as far as it goes where a later segment says that this one ended there', () => {
    const bytes = joined(header, change(8), change(9, more), change(10))
    const limit = bytes.length - change(10).length
    const scan = scanSegment(bytes, sha256, limit)
    expect(scan.frames.map(({ seq }) => seq)).toEqual([8, 9])
    expect(scan).toMatchObject({ whole: limit, tail: null })
  })
})
