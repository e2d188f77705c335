import { describe, expect, it } from 'vitest'
import { toHex } from '../../../../shared/kernel/bytes'
import type { Json } from '../../../../shared/kernel/canonical-json'
import { sha256 } from '../../../../shared/kernel/sha256'
import { MAX_CARRIED, type Change } from '../../../../shared/store'
import { layersOf } from '../../../../shared/store/cursor'
import { FRAME_FLAG, FRAME_TYPE, type Frame } from '../../../../shared/store/frame'
import {
  carriedJson,
  changePayload,
  isPlain,
  jsonPayload,
  parsePayload,
  readFrameChange,
  readPlainText,
} from '../../../../shared/store/payload'

const WRITER = 'a'.repeat(16)
const CHAIN = '1'.repeat(64)

const CHANGE: Change = {
  v: 1,
  writer: WRITER,
  seq: 3,
  hlc: { ms: 5, n: 0 },
  entity: { kind: 'record', id: 'r1' },
  edits: [{ op: 'set', path: ['note'], value: '客户', over: [] }],
}

const frameOf = (json: Json, type: number = FRAME_TYPE.change, seq = 3): Frame => {
  const { bytes, hash } = jsonPayload(json, sha256)
  return { type, flags: 0, seq, hash, chain: CHAIN, payload: bytes }
}

const read = (frame: Frame, writer = WRITER) => readFrameChange(frame, writer, sha256)

describe('a change’s payload', () => {
  it('[ST11] is canonical JSON in UTF-8', () => {
    const { bytes, hash } = changePayload(CHANGE, sha256)
    const text =
      '{"edits":[{"op":"set","over":[],"path":["note"],"value":"客户"}],"entity":{"id":"r1","kind":"record"},' +
      `"hlc":{"ms":5,"n":0},"seq":3,"v":1,"writer":"${WRITER}"}`
    expect(new TextDecoder().decode(bytes)).toBe(text)
    expect(hash).toBe(toHex(sha256(bytes)))
  })

  it('[ST15] comes back with members that this version does not know', () => {
    const json = { ...CHANGE, mood: { good: [1, null] } } as unknown as Json
    const stored = read(frameOf(json))
    expect(stored).toEqual({ change: json, hash: frameOf(json).hash, chain: CHAIN })
    expect(layersOf(stored, sha256)[0]?.payload.hash).toBe(stored.hash)
  })

  it('[ST15] comes back with person, batch and template', () => {
    const person = { name: '示例员工甲' }
    const change: Change = { ...CHANGE, person, batch: 'b1', template: 'f'.repeat(64) }
    expect(read(frameOf(change as unknown as Json)).change).toEqual(change)
    const last = { ...CHANGE, hlc: { ms: 8.64e15, n: 0 } }
    expect(read(frameOf(last as unknown as Json)).change).toEqual(last)
  })

  it.each<[string, Json, string]>([
    ['no object', [1], 'unreadable'],
    ['a version that is no number', { ...CHANGE, v: '2' } as unknown as Json, 'unreadable'],
    ['an entity without a kind', { ...CHANGE, entity: { id: 'r1' } } as unknown as Json, 'unreadable'],
    ['an entity without an id', { ...CHANGE, entity: { kind: 'record' } } as unknown as Json, 'unreadable'],
    ['no clock', { ...CHANGE, hlc: null } as unknown as Json, 'unreadable'],
    ['a clock without a counter', { ...CHANGE, hlc: { ms: 5 } } as unknown as Json, 'unreadable'],
    ['a clock without a time', { ...CHANGE, hlc: { n: 0 } } as unknown as Json, 'unreadable'],
    ['a part of a millisecond', { ...CHANGE, hlc: { ms: 5.5, n: 0 } } as unknown as Json, 'unreadable'],
    ['a time before 1970', { ...CHANGE, hlc: { ms: -1, n: 0 } } as unknown as Json, 'unreadable'],
    ['a time past all dates', { ...CHANGE, hlc: { ms: 8.64e15 + 1, n: 0 } } as unknown as Json, 'unreadable'],
    ['a person without a name’s text', { ...CHANGE, person: { name: 1 } } as unknown as Json, 'unreadable'],
    ['a person that is no object', { ...CHANGE, person: '甲' } as unknown as Json, 'unreadable'],
    ['a batch that is no text', { ...CHANGE, batch: 1 } as unknown as Json, 'unreadable'],
    ['a template that is no text', { ...CHANGE, template: 1 } as unknown as Json, 'unreadable'],
    ['a higher version', { ...CHANGE, v: 2 } as unknown as Json, 'newer'],
    ['a lower version', { ...CHANGE, v: 0 } as unknown as Json, 'unreadable'],
    ['another writer', { ...CHANGE, writer: 'b'.repeat(16) } as unknown as Json, 'unreadable'],
    ['another sequence', { ...CHANGE, seq: 4 } as unknown as Json, 'unreadable'],
    ['no entity', { ...CHANGE, entity: null } as unknown as Json, 'unreadable'],
    ['an endless clock', { ...CHANGE, hlc: { ms: 1e300, n: 0 } } as unknown as Json, 'unreadable'],
    ['a person without a name', { ...CHANGE, person: {} } as unknown as Json, 'unreadable'],
    ['edits that are no list', { ...CHANGE, edits: {} } as unknown as Json, 'unreadable'],
  ])('[ST15] with %s keeps its place and is not folded', (_, json, opaque) => {
    const frame = frameOf(json)
    const change = { ...CHANGE, hlc: { ms: 0, n: 0 }, entity: { kind: 'record', id: '' }, edits: [] }
    const raw = { type: FRAME_TYPE.change, content: json }
    expect(read(frame)).toEqual({ change, hash: frame.hash, chain: CHAIN, opaque, raw })
  })

  it('[ST14] that cannot be read is kept for whoever carries it only where carrying keeps its hash', () => {
    const payloadOf = (text: string): Frame => {
      const payload = new TextEncoder().encode(text)
      return { ...frameOf(null), payload, hash: toHex(sha256(payload)) }
    }
    expect(read(payloadOf('{"v":2}')).raw).toEqual({ type: FRAME_TYPE.change, content: { v: 2 } })
    for (const other of ['{"v": 2}', '{"w":1,"v":2}', ''])
      expect(read(payloadOf(other))).not.toHaveProperty('raw')
  })

  it('[ST15] that is not JSON or not UTF-8 keeps its place', () => {
    const { payload: right } = frameOf({ ...CHANGE, batch: '#' } as unknown as Json)
    const wrong = right.map((byte) => (byte === 0x23 ? 0xff : byte))
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...right])
    expect(read({ ...frameOf(null), payload: right }).opaque).toBeUndefined()
    for (const payload of [new Uint8Array([0x7b]), new Uint8Array(), wrong, marked]) {
      expect(read({ ...frameOf(null), payload })).toMatchObject({ opaque: 'unreadable' })
    }
  })

  it('[ST15] that is nested without end, or has a clock beyond all dates, keeps its place', () => {
    const deep = new TextEncoder().encode(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)
    expect(read({ ...frameOf(null), payload: deep })).toMatchObject({ opaque: 'unreadable' })
    expect(read({ ...frameOf(null, FRAME_TYPE.carried), payload: deep })).toMatchObject({
      opaque: 'unreadable',
    })
    const late = { ...CHANGE, hlc: { ms: 9e15, n: 0 } } as unknown as Json
    expect(read(frameOf(late))).toMatchObject({ opaque: 'unreadable' })
    const brackets = { ...CHANGE, batch: `"\\${'['.repeat(100)}` } as unknown as Json
    expect(read(frameOf(brackets)).opaque).toBeUndefined()
  })

  it('[TF23] is 64 deep at most, counted in lists and objects and not in texts', () => {
    const parsed = (text: string) => parsePayload(new TextEncoder().encode(text))
    const lists = (depth: number) => `${'[1,'.repeat(depth)}"a"${']'.repeat(depth)}`
    const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
    const deep = (value: (depth: number) => string, depth: number) => parsed(value(depth)) !== undefined
    for (const value of [lists, objects])
      expect([64, 65].map((depth) => deep(value, depth))).toEqual([true, false])
    // Behind texts of odd and even lengths, and of quotes and backslashes.
    for (const text of ['', 'a', 'ab', '\\"', '\\"a', '\\\\', '[', ']']) {
      expect(parsed(`["${text}",${lists(63)}]`), text).toBeDefined()
      expect(parsed(`["${text}",${lists(64)}]`), text).toBeUndefined()
    }
    // Beside one another they may be as many as they like, and a text may be of brackets alone.
    for (const many of ['[]', '{}', '1', '"["', '"{"', '"a"', `"${'[{'.repeat(50)}"`])
      expect(parsed(`[${Array(100).fill(many).join(',')}]`), many).toHaveLength(100)
  })

  it('[ST6] [ST7] of an unknown type or destroyed keeps its place', () => {
    const frame = frameOf(CHANGE as unknown as Json)
    expect(read({ ...frame, type: 0x33 })).toMatchObject({ opaque: 'newer', change: { seq: 3 } })
    expect(read({ ...frame, flags: FRAME_FLAG.destroyed })).toMatchObject({ opaque: 'destroyed' })
  })
})

describe('a carried frame', () => {
  const at = (writer: string, seq: number) => ({ writer, seq, chain: CHAIN })
  const carrier = 'c'.repeat(16)

  it('[ST14] gives the change under its own name, and the places around it', () => {
    const once = carriedJson(at(WRITER, 3), FRAME_TYPE.change, CHANGE as unknown as Json)
    const twice = carriedJson(at('b'.repeat(16), 7), FRAME_TYPE.carried, once)
    const stored = read(frameOf(twice, FRAME_TYPE.carried, 9), carrier)
    expect(stored).toEqual({
      change: CHANGE,
      hash: changePayload(CHANGE, sha256).hash,
      chain: CHAIN,
      carriedBy: [at(carrier, 9), at('b'.repeat(16), 7)],
    })
    const layers = layersOf(stored, sha256)
    expect(layers.map((layer) => layer.at)).toEqual([at(WRITER, 3), at('b'.repeat(16), 7), at(carrier, 9)])
    expect(layers.at(-1)?.payload.hash).toBe(frameOf(twice).hash)
  })

  it('[ST14] that is nested too deep or malformed keeps its place', () => {
    let json = carriedJson(at(WRITER, 3), FRAME_TYPE.change, CHANGE as unknown as Json)
    for (let i = 0; i < MAX_CARRIED; i++) json = carriedJson(at(WRITER, 3), FRAME_TYPE.carried, json)
    expect(read(frameOf(json, FRAME_TYPE.carried), carrier)).toMatchObject({
      opaque: 'unreadable',
      change: { writer: carrier },
    })
  })

  it('[ST14] carried sixteen times and as deep as a change may be is read', () => {
    let lists: Json = []
    for (let depth = 1; depth < 63; depth++) lists = [lists]
    const change = { ...CHANGE, lists } as unknown as Json
    let json = carriedJson(at(WRITER, 3), FRAME_TYPE.change, change)
    for (let i = 1; i < MAX_CARRIED; i++) json = carriedJson(at(WRITER, 3), FRAME_TYPE.carried, json)
    const stored = read(frameOf(json, FRAME_TYPE.carried, 9), carrier)
    expect(stored.change).toEqual(change)
    expect(stored.carriedBy).toHaveLength(MAX_CARRIED)
    expect(read(frameOf({ ...CHANGE, lists: [lists] } as unknown as Json)).opaque).toBe('unreadable')
  })

  const once = carriedJson(at(WRITER, 3), FRAME_TYPE.change, CHANGE as unknown as Json) as {
    readonly [key: string]: Json
  }

  it.each<[string, Json]>([
    ['no object', [once]],
    ['no members', {}],
    ['a writer that is none', { ...once, writer: 'X' }],
    ['a sequence of 0', { ...once, seq: 0 }],
    ['half a sequence', { ...once, seq: 1.5 }],
    ['a sequence that is no number', { ...once, seq: '3' }],
    ['a sequence past 2^53 − 1', { ...once, seq: 2 ** 53 }],
    ['a type that is no number', { ...once, type: '1' }],
    ['no content', Object.fromEntries(Object.entries(once).filter(([name]) => name !== 'content'))],
    ['a chain that is no text', { ...once, chain: [CHAIN] }],
    ['a chain that is too long', { ...once, chain: `${CHAIN}0` }],
    ['a chain that begins otherwise', { ...once, chain: `x${CHAIN}` }],
  ])('[ST14] with %s keeps the place of the frame that it is', (_, json) => {
    const frame = frameOf(json, FRAME_TYPE.carried, 9)
    expect(read(frame, carrier)).toMatchObject({
      opaque: 'unreadable',
      hash: frame.hash,
      chain: CHAIN,
      change: { writer: carrier, seq: 9 },
      raw: { type: FRAME_TYPE.carried, content: json },
    })
    expect(read(frame, carrier)).not.toHaveProperty('carriedBy')
  })

  it('[ST14] around what this program cannot read gives its own place, its type and what it holds', () => {
    const content = { v: 2, song: '新' }
    const json = carriedJson(at(WRITER, 3), 0x33, content)
    expect(read(frameOf(json, FRAME_TYPE.carried, 9), carrier)).toMatchObject({
      opaque: 'newer',
      hash: jsonPayload(content, sha256).hash,
      change: { writer: WRITER, seq: 3 },
      carriedBy: [at(carrier, 9)],
      raw: { type: 0x33, content },
    })
  })
})

describe('a payload that is handed on as a line of text', () => {
  const textOf = (frame: Frame): string => new TextDecoder().decode(frame.payload)
  const readText = (frame: Frame, text = textOf(frame)) =>
    readPlainText(text, { hash: frame.hash, at: { writer: WRITER, seq: frame.seq, chain: CHAIN }, sha256 })
  const frame = frameOf(CHANGE as unknown as Json)
  const withPayload = (text: string): Frame => ({ ...frame, payload: new TextEncoder().encode(text) })

  it('is one of a change that is there, on one line, and nests no deeper than may be', () => {
    expect(isPlain(frame)).toBe(true)
    expect(isPlain(frameOf(CHANGE as unknown as Json, FRAME_TYPE.carried))).toBe(false)
    expect(isPlain({ ...frame, flags: FRAME_FLAG.destroyed })).toBe(false)
    expect(isPlain(withPayload('{"v":\n1}'))).toBe(false)
    expect(isPlain(withPayload('['.repeat(100_000)))).toBe(false)
  })

  it('is read as its frame is, whatever stands in it', () => {
    const others = [
      { ...CHANGE, v: 2 },
      { ...CHANGE, seq: 4 },
      { ...CHANGE, edits: [{ op: 'turn', path: ['note'] }] },
      [],
    ].map((json) => frameOf(json as unknown as Json))
    for (const each of [frame, ...others]) expect(readText(each)).toEqual(read(each))
    expect(readText(frame)).toEqual({ change: CHANGE, hash: frame.hash, chain: CHAIN })
    expect(readText(frame)).not.toEqual(readText(others[0] ?? frame))
  })

  it('is kept as unreadable when it is no JSON', () => {
    const broken = withPayload('{"v":')
    expect(readText(broken)).toEqual(read(broken))
    expect(readText(broken)).toMatchObject({ opaque: 'unreadable', hash: frame.hash })
  })
})
