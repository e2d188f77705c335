import { describe, expect, it } from 'vitest'
import { toHex } from '../../../../shared/kernel/bytes'
import type { Json } from '../../../../shared/kernel/canonical-json'
import { sha256 } from '../../../../shared/kernel/sha256'
import { MAX_CARRIED, type Change } from '../../../../shared/store'
import { layersOf } from '../../../../shared/store/cursor'
import { FRAME_FLAG, FRAME_TYPE, type Frame } from '../../../../shared/store/frame'
import { carriedJson, changePayload, jsonPayload, readFrameChange } from '../../../../shared/store/payload'

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

  it.each<[string, Json, string]>([
    ['no object', [1], 'unreadable'],
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
    expect(read(frame)).toMatchObject({
      opaque,
      hash: frame.hash,
      chain: CHAIN,
      change: { writer: WRITER, seq: 3, edits: [], entity: { id: '' } },
    })
  })

  it('[ST15] that is not JSON or not UTF-8 keeps its place', () => {
    for (const payload of [new Uint8Array([0x7b]), new Uint8Array([0x22, 0xff, 0x22]), new Uint8Array()]) {
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
    for (const wrong of [{}, { ...(once() as object), seq: 0 }, { ...(once() as object), writer: 'X' }]) {
      expect(read(frameOf(wrong as Json, FRAME_TYPE.carried), carrier)).toMatchObject({
        opaque: 'unreadable',
      })
    }
  })

  const once = () => carriedJson(at(WRITER, 3), FRAME_TYPE.change, CHANGE as unknown as Json)
})
