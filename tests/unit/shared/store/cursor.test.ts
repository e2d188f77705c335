import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../shared/kernel/canonical-json'
import { sha256 } from '../../../../shared/kernel/sha256'
import {
  chainNext,
  chainStart,
  cursorOf,
  follows,
  holdsItsHash,
  isCarriable,
  layersOf,
  type Change,
  type Cursor,
  type StoredChange,
} from '../../../../shared/store'
import { FRAME_TYPE } from '../../../../shared/store/frame'
import { carriedJson, changePayload, jsonPayload } from '../../../../shared/store/payload'

const A = 'a'.repeat(16)
const B = 'b'.repeat(16)
const C = 'c'.repeat(16)

const CHANGE: Change = {
  v: 1,
  writer: A,
  seq: 1,
  hlc: { ms: 5, n: 0 },
  entity: { kind: 'record', id: 'r1' },
  edits: [{ op: 'set', path: ['note'], value: '客户', over: [] }],
}

const startOf = (writer: string): Cursor => ({ writer, seq: 0, chain: chainStart(writer) })
const { hash } = changePayload(CHANGE, sha256)
const own: Cursor = { writer: A, seq: 1, chain: chainNext(startOf(A).chain, 1, hash) }
const stored: StoredChange = { change: CHANGE, hash, chain: own.chain }

/** The place of the frame that B wrote around the change, its first one. */
const content = CHANGE as unknown as Json
const once = carriedJson(own, FRAME_TYPE.change, content)
const atB: Cursor = {
  writer: B,
  seq: 1,
  chain: chainNext(startOf(B).chain, 1, jsonPayload(once, sha256).hash),
}
/** The place of the frame that C wrote around that. */
const twice = carriedJson(atB, FRAME_TYPE.carried, once)
const atC: Cursor = {
  writer: C,
  seq: 1,
  chain: chainNext(startOf(C).chain, 1, jsonPayload(twice, sha256).hash),
}

const carried: StoredChange = { ...stored, carriedBy: [atB] }
const carriedTwice: StoredChange = { ...stored, carriedBy: [atC, atB] }

describe('the place of a change', () => {
  it('is its own, or that of the outermost frame around it', () => {
    expect([stored, carried, carriedTwice].map(cursorOf)).toEqual([own, atB, atC])
  })

  it('[ST13] follows the end of the journal that it was read from, and of no other', () => {
    for (const [change, journal] of [
      [stored, A],
      [carried, B],
      [carriedTwice, C],
    ] as const) {
      for (const writer of [A, B, C])
        expect(follows(startOf(writer), change), `${journal} after ${writer}`).toBe(writer === journal)
      expect(follows({ ...startOf(journal), chain: own.chain }, change)).toBe(false)
      expect(follows(cursorOf(change), change)).toBe(false)
    }
  })

  it('[ST10] follows by its own hash alone when its content was destroyed', () => {
    const destroyed: StoredChange = { ...stored, change: { ...CHANGE, edits: [] }, opaque: 'destroyed' }
    expect(follows(startOf(A), destroyed)).toBe(true)
  })
})

describe('the frames that a change stood in', () => {
  it('[ST14] are its own, and those of who carried it, from the inside out', () => {
    const frames = [
      { at: own, type: FRAME_TYPE.change, content, payload: jsonPayload(content, sha256) },
      { at: atB, type: FRAME_TYPE.carried, content: once, payload: jsonPayload(once, sha256) },
      { at: atC, type: FRAME_TYPE.carried, content: twice, payload: jsonPayload(twice, sha256) },
    ]
    expect(layersOf(stored, sha256)).toEqual(frames.slice(0, 1))
    expect(layersOf(carried, sha256)).toEqual(frames.slice(0, 2))
    expect(layersOf(carriedTwice, sha256)).toEqual(frames)
  })

  it('[ST14] begin with what stood in the frame of a newer program, with its type', () => {
    const raw = { type: 0x33, content: { v: 9, song: '新' } }
    const newer: StoredChange = { ...stored, opaque: 'newer', raw }
    expect(layersOf(newer, sha256)).toEqual([{ at: own, ...raw, payload: jsonPayload(raw.content, sha256) }])
  })
})

describe('[ST14] a change can be carried', () => {
  const raw = { type: 0x33, content: { v: 9 } }

  it('when its content is known, read or not', () => {
    expect(isCarriable(stored)).toBe(true)
    expect(isCarriable({ ...stored, opaque: 'newer', raw })).toBe(true)
    expect(isCarriable({ ...stored, opaque: 'destroyed' })).toBe(false)
  })

  it('as what its hash says only when its content still has that hash', () => {
    expect(holdsItsHash(stored)).toBe(true)
    expect(holdsItsHash(carriedTwice)).toBe(true)
    expect(holdsItsHash({ ...stored, change: { ...CHANGE, batch: 'b1' } })).toBe(false)
    const newer: StoredChange = { ...stored, opaque: 'newer', raw }
    expect(holdsItsHash(newer)).toBe(false)
    expect(holdsItsHash({ ...newer, hash: jsonPayload(raw.content, sha256).hash })).toBe(true)
    // Only the hash is left: the empty change that stands in its place has another one, and is not asked.
    const gone = { ...CHANGE, edits: [] }
    expect(
      holdsItsHash({
        change: gone,
        hash: changePayload(gone, sha256).hash,
        chain: own.chain,
        opaque: 'destroyed',
      }),
    ).toBe(false)
  })
})
