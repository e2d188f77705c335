import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex } from '../../shared/kernel/bytes'
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import { sha256 } from '../../shared/kernel/sha256'
import { FRAME_FLAG, FRAME_TYPE, type Frame } from '../../shared/store/frame'
import { MAX_DEPTH } from '../../shared/store/limits'
import { readLine, readLineOf, unreadLine } from '../../shared/store/page-line'
import { isPlain, readFrameChange } from '../../shared/store/payload'

const WRITER = 'a'.repeat(16)
const CHAIN = '1'.repeat(64)

const frameOf = (payload: Uint8Array, seq: number, type: number = FRAME_TYPE.change, flags = 0): Frame => ({
  type,
  flags,
  seq,
  hash: toHex(sha256(payload)),
  chain: CHAIN,
  payload,
})

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a change may be when it was written by another program, another version, or nobody. */
const changeJson = fc.record(
  {
    v: fc.constantFrom<Json>(1, 1, 1, 2, 0, '1'),
    writer: fc.constantFrom(WRITER, WRITER, 'b'.repeat(16)),
    seq: fc.constantFrom(3, 3, 4),
    hlc: fc.constantFrom<Json>({ ms: 5, n: 0 }, { ms: 5, n: 0 }, { ms: 5.5, n: 0 }, null),
    entity: fc.constantFrom<Json>({ kind: 'record', id: 'r1' }, { kind: 'record' }),
    edits: fc.array(
      fc.oneof(
        fc.record({
          op: fc.constant('set'),
          path: fc.constant(['note']),
          value: fc.string({ unit: 'grapheme' }),
        }),
        fc.jsonValue().map((value) => value as Json),
      ),
      { maxLength: 3 },
    ),
    person: fc.constantFrom<Json>({ name: '示例员工甲' }, '甲'),
    mood: fc.jsonValue().map((value) => value as Json),
  },
  { requiredKeys: ['v', 'writer', 'seq', 'hlc', 'entity', 'edits'] },
)

const GOOD = canonicalJson({
  v: 1,
  writer: WRITER,
  seq: 3,
  hlc: { ms: 5, n: 0 },
  entity: { kind: 'record', id: 'r1' },
  edits: [],
})

/** Texts that are no payload, but make one of the line around them. */
const smuggled = [
  `${GOOD},"hash":"${'0'.repeat(64)}"`,
  `1,"change":${GOOD}`,
  `${GOOD}}`,
  `${GOOD},"opaque":"newer"`,
  `${GOOD} `,
  ` ${GOOD}`,
  `\ufeff${GOOD}`,
  `${GOOD}\u2028`,
  '',
]

const payload = fc.oneof(
  changeJson.map((json) => canonicalJson(json as Json)),
  changeJson.map((json) => JSON.stringify(json)),
  changeJson.map((json) => JSON.stringify(json, null, 1).replaceAll('\n', ' ')),
  fc.constantFrom(...smuggled),
  fc.tuple(changeJson, fc.nat(200)).map(([json, at]) => canonicalJson(json as Json).slice(0, at)),
  fc.string(),
)

describe('a change as a line', () => {
  it('is read to just what its frame holds, whatever the payload is', () => {
    fc.assert(
      fc.property(payload, (text) => {
        const frame = frameOf(bytesOf(text), 3)
        fc.pre(isPlain(frame))
        const { stored, text: json } = readLine(unreadLine(frame, WRITER, text), sha256)
        expect(stored).toEqual(readFrameChange(frame, WRITER, sha256))
        expect(JSON.parse(json)).toEqual(stored)
      }),
      { numRuns: 1000 },
    )
  })

  it('is read before where it cannot be one line, is nested too deep, or is no plain frame', () => {
    const deep = '['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1)
    expect(isPlain(frameOf(bytesOf(GOOD), 3))).toBe(true)
    expect(isPlain(frameOf(bytesOf(GOOD.replace(',', ',\n')), 3))).toBe(false)
    expect(isPlain(frameOf(bytesOf(deep), 3))).toBe(false)
    expect(isPlain(frameOf(bytesOf(GOOD), 3, FRAME_TYPE.carried))).toBe(false)
    expect(isPlain(frameOf(bytesOf(GOOD), 3, 0x03))).toBe(false)
    expect(isPlain(frameOf(new Uint8Array(5), 3, FRAME_TYPE.change, FRAME_FLAG.destroyed))).toBe(false)
  })

  it('that was read before comes as it is', () => {
    const newer = canonicalJson({ v: 2, writer: WRITER, seq: 3, more: ['甲'] })
    const stored = readFrameChange(frameOf(bytesOf(newer), 3), WRITER, sha256)
    expect(stored.opaque).toBe('newer')
    expect(readLine(readLineOf(stored), sha256)).toEqual({ stored, text: JSON.stringify(stored) })
  })
})
