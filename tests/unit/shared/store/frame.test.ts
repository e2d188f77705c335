import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../../shared/kernel/sha256'
import { toHex } from '../../../../shared/kernel/bytes'
import { chainNext, chainStart } from '../../../../shared/store'
import { crc32 } from '../../../../shared/store/crc32'
import { decodeFrame, encodeFrame, findFrame, FRAME_FLAG, type Frame } from '../../../../shared/store/frame'
import {
  encodeClosing,
  encodeHeader,
  scanSegment,
  type SegmentHeader,
} from '../../../../shared/store/segment'

const bytesOf = (text: string) => new TextEncoder().encode(text)

const frameOf = (seq: number, text: string, more: Partial<Frame> = {}): Frame => {
  const payload = bytesOf(text)
  return { type: 1, flags: 0, seq, hash: toHex(sha256(payload)), chain: 'ab'.repeat(32), payload, ...more }
}

const HEADER: SegmentHeader = {
  format: 1,
  folder: '0'.repeat(32),
  writer: 'a'.repeat(16),
  segment: 1,
  previous: { seq: 0, chain: '0'.repeat(64) },
  reason: 'first',
  torn: [],
  created: 5,
  program: '0.1.0',
}

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]))

describe('CRC-32', () => {
  it('is the one of zip and PNG', () => {
    expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926)
    expect(crc32(new Uint8Array())).toBe(0)
  })
})

describe('the chain', () => {
  it('[ST9] [ST10] is what the specification says, byte by byte', () => {
    const start = createHash('sha256').update('zhike chain 1\n').update('00112233445566aa').digest()
    expect(chainStart('00112233445566aa')).toBe(start.toString('hex'))
    const hash = createHash('sha256').update('payload').digest()
    const seq = Buffer.from([7, 1, 0, 0, 0, 0, 0, 0])
    const next = createHash('sha256').update('zhike link 1\n').update(start).update(seq).update(hash).digest()
    expect(chainNext(start.toString('hex'), 263, hash.toString('hex'))).toBe(next.toString('hex'))
  })

  it('refuses what is no hash, and repeats no more of it than a line', () => {
    expect(() => chainNext('abc', 1, '0'.repeat(64))).toThrow('not a SHA-256 in hex: abc')
    expect(() => chainNext('0'.repeat(64), 1, 'x'.repeat(5000))).toThrow(/^.{20,120}$/)
  })
})

describe('a frame', () => {
  it('[ST5] has its parts where the specification puts them', () => {
    const bytes = encodeFrame(frameOf(0x0102030405, '{"a":1}', { type: 0x7e, flags: 2 }))
    const view = new DataView(bytes.buffer)
    expect([...bytes.slice(0, 8)]).toEqual([0xff, 0x5a, 0x4b, 0x46, 0x7e, 2, 0, 0])
    expect(view.getUint32(8, true)).toBe(7)
    expect(view.getBigUint64(12, true)).toBe(0x0102030405n)
    expect(toHex(bytes.slice(20, 52))).toBe(toHex(sha256(bytesOf('{"a":1}'))))
    expect(toHex(bytes.slice(52, 84))).toBe('ab'.repeat(32))
    expect(view.getUint32(84, true)).toBe(crc32(bytes.slice(0, 84)))
    expect(bytes.slice(88)).toEqual(bytesOf('{"a":1}'))
  })

  it('comes back as it was, at any offset', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.nat(255),
        fc.nat(),
        fc.nat(200),
        (text, type, seq, before) => {
          const frame = frameOf(seq, text, { type })
          const bytes = joined(new Uint8Array(before), encodeFrame(frame))
          expect(decodeFrame(bytes, before, sha256)).toEqual({ ...frame, offset: before, end: bytes.length })
          expect(findFrame(bytes, 0, sha256)?.offset).toBe(before)
        },
      ),
    )
  })

  it('is not recognised with any one bit changed, or cut anywhere', () => {
    const bytes = encodeFrame(frameOf(3, '{"note":"客户"}'))
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice()
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      expect(decodeFrame(flipped, 0, sha256), `bit ${bit}`).toBeNull()
    }
    for (let length = 0; length < bytes.length; length++) {
      expect(decodeFrame(bytes.slice(0, length), 0, sha256)).toBeNull()
    }
  })

  it('[ST7] of a destroyed payload is whole without it', () => {
    const frame = frameOf(3, '{"secret":1}', { flags: FRAME_FLAG.destroyed })
    const bytes = encodeFrame({ ...frame, payload: new Uint8Array(frame.payload.length) })
    expect(decodeFrame(bytes, 0, sha256)).toMatchObject({ seq: 3, hash: frame.hash, chain: frame.chain })
  })

  it('is not made with a hash that is none', () => {
    for (const none of ['abc', 'abcd', '0'.repeat(66)]) {
      expect(() => encodeFrame(frameOf(1, 'x', { hash: none }))).toThrow('SHA-256')
      expect(() => encodeFrame(frameOf(1, 'x', { chain: none }))).toThrow('SHA-256')
    }
  })
})

describe('[ST5] a header whose CRC is right', () => {
  /** A frame of this length whose header says what is written into it; its payload counts as destroyed. */
  const sealed = (length: number, write: (header: DataView) => void): Uint8Array => {
    const flags = FRAME_FLAG.destroyed
    const bytes = encodeFrame({ ...frameOf(3, '', { flags }), payload: new Uint8Array(length) })
    const view = new DataView(bytes.buffer)
    write(view)
    view.setUint32(84, crc32(bytes.subarray(0, 84)), true)
    return bytes
  }
  const read = (bytes: Uint8Array) => decodeFrame(bytes, 0, sha256)

  it('begins no frame unless all four bytes of the magic stand there', () => {
    expect(read(sealed(5, () => undefined))).toMatchObject({ seq: 3, end: 93 })
    for (const at of [0, 1, 2, 3])
      expect(
        read(
          sealed(5, (header) => {
            header.setUint8(at, header.getUint8(at) ^ 1)
          }),
        ),
        `byte ${at}`,
      ).toBeNull()
  })

  it('is one of a frame only when the payload is all there, also a destroyed one', () => {
    const bytes = sealed(5, () => undefined)
    expect(read(bytes.subarray(0, 92))).toBeNull()
    expect(
      read(
        sealed(5, (header) => {
          header.setUint32(8, 6, true)
        }),
      ),
    ).toBeNull()
  })

  it('has a sequence up to 2^53 − 1', () => {
    const numbered = (seq: bigint) =>
      read(
        sealed(0, (header) => {
          header.setBigUint64(12, seq, true)
        }),
      )
    expect(numbered(2n ** 53n - 1n)?.seq).toBe(Number.MAX_SAFE_INTEGER)
    expect(numbered(2n ** 53n)).toBeNull()
  })

  it('has a payload of up to 16,777,216 bytes', () => {
    const most = 16_777_216
    const bytes = sealed(most, () => undefined)
    expect(read(bytes)?.end).toBe(88 + most)
    const longer = new Uint8Array(bytes.length + 1)
    longer.set(bytes)
    const view = new DataView(longer.buffer)
    view.setUint32(8, most + 1, true)
    view.setUint32(84, crc32(longer.subarray(0, 84)), true)
    expect(read(longer)?.end).toBeUndefined()
    expect(() => encodeFrame({ ...frameOf(1, ''), payload: new Uint8Array(most + 1) })).toThrow(
      'a payload of 16777217 bytes',
    )
  })
})

describe('the bytes of a segment', () => {
  const header = encodeHeader(HEADER, sha256)
  const a = encodeFrame(frameOf(1, '"a"'))
  const b = encodeFrame(frameOf(2, '"b"'))
  const end = { seq: 2, chain: 'ab'.repeat(32) }

  it('[ST17] [ST19] are read with their header and end', () => {
    const open = joined(header, a, b)
    expect(scanSegment(open, sha256)).toMatchObject({
      header: HEADER,
      closed: false,
      count: 3,
      damaged: [],
      tail: null,
    })
    const closed = joined(open, encodeClosing(end, open, 3, sha256))
    const scan = scanSegment(closed, sha256)
    expect(scan).toMatchObject({ closed: true, count: 4, damaged: [], tail: null, whole: closed.length })
    expect(scan.frames.map(({ seq }) => seq)).toEqual([1, 2])
  })

  it('[ST19] that were closed over other bytes are told of', () => {
    const closed = joined(header, a, encodeClosing(end, joined(header, a, b), 3, sha256))
    expect(scanSegment(closed, sha256).damaged).toEqual([
      { offset: header.length + a.length, bytes: expect.any(Number) },
    ])
  })

  it('[ST19] behind a closing frame do not count', () => {
    const open = joined(header, a)
    const closed = joined(open, encodeClosing({ seq: 1, chain: end.chain }, open, 2, sha256))
    const scan = scanSegment(joined(closed, b), sha256)
    expect(scan.frames.map(({ seq }) => seq)).toEqual([1])
    expect(scan.damaged).toEqual([{ offset: closed.length, bytes: b.length }])
  })

  it('[ST6] with frames of unknown types keep their numbers', () => {
    const numbered = encodeFrame(frameOf(2, '"new"', { type: 0x33 }))
    const unnumbered = encodeFrame(frameOf(1, '"new"', { type: 0xb3 }))
    const scan = scanSegment(joined(header, a, unnumbered, numbered), sha256)
    expect(scan.frames.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 1],
      [2, 0x33],
    ])
    expect(scan).toMatchObject({ count: 4, tail: null, damaged: [] })
  })

  it('[ST8] end before a group that is not all there', () => {
    const more = encodeFrame(frameOf(2, '"b"', { flags: FRAME_FLAG.more }))
    const scan = scanSegment(joined(header, a, more), sha256)
    expect(scan.frames.map(({ seq }) => seq)).toEqual([1])
    expect(scan).toMatchObject({
      whole: header.length + a.length,
      tail: { offset: header.length + a.length, bytes: more.length },
    })
  })

  it('[ST18] count only up to where a later segment says', () => {
    const bytes = joined(header, a, b)
    const scan = scanSegment(bytes, sha256, header.length + a.length)
    expect(scan.frames.map(({ seq }) => seq)).toEqual([1])
    expect(scan).toMatchObject({ tail: null, damaged: [] })
  })

  it('[ST24] are read on behind damage: every byte is in a frame, a damaged part or the tail', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1000), fc.nat(255)), { maxLength: 6 }),
        fc.nat(400),
        (changes, cut) => {
          const bytes = joined(header, a, b, a, b).slice(0, 1000 - cut)
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
          const { frames, damaged, tail, whole, header: read } = scanSegment(bytes, sha256)
          const parts = [
            ...frames.map(({ offset, end: to }) => to - offset),
            ...damaged.map((part) => part.bytes),
            tail?.bytes ?? 0,
          ]
          const head = read === null ? 0 : header.length
          expect(parts.reduce((sum, length) => sum + length, head)).toBe(bytes.length)
          expect(whole).toBeLessThanOrEqual(bytes.length)
        },
      ),
      { numRuns: 300 },
    )
  })
})
