import { describe, expect, it } from 'vitest'
import {
  chainNext,
  chainStart,
  compareEnds,
  follows,
  isDot,
  makeDot,
  parseDot,
  type Cursor,
} from '../../../../shared/store'

const cursor = (writer: string, seq: number, chain = 'x'): Cursor => ({ writer, seq, chain })

describe('comparing a working copy with the journal', () => {
  it.each([
    { standing: 'same', journal: cursor('a', 3), copy: cursor('a', 3) },
    { standing: 'behind', journal: cursor('a', 3), copy: cursor('a', 2) },
    { standing: 'ahead', journal: cursor('a', 2), copy: cursor('a', 3) },
    { standing: 'diverged', journal: cursor('a', 3, 'x'), copy: cursor('a', 3, 'y') },
  ])('says $standing', ({ standing, journal, copy }) => {
    expect(compareEnds([journal], [copy])).toStrictEqual([{ writer: 'a', standing, journal, copy }])
  })

  it('knows a writer whom only one of the two has', () => {
    expect(compareEnds([cursor('b', 1)], [cursor('a', 2)])).toStrictEqual([
      { writer: 'a', standing: 'ahead', copy: cursor('a', 2) },
      { writer: 'b', standing: 'behind', journal: cursor('b', 1) },
    ])
  })
})

describe('the next change', () => {
  const writer = 'a'.repeat(16)
  const hash = '1'.repeat(64)
  const start = cursor(writer, 0, chainStart(writer))
  const first = {
    change: {
      v: 1 as const,
      writer,
      seq: 1,
      hlc: { ms: 1, n: 0 },
      entity: { kind: 'record' as const, id: 'r' },
      edits: [],
    },
    hash,
    chain: chainNext(start.chain, 1, hash),
  }

  it('follows in the same history only', () => {
    expect(follows(start, first)).toBe(true)
    expect(follows({ ...start, chain: '2'.repeat(64) }, first)).toBe(false)
    expect(follows({ ...start, seq: 1 }, first)).toBe(false)
    expect(follows({ ...start, writer: 'b'.repeat(16) }, first)).toBe(false)
    expect(follows(start, { ...first, hash: '3'.repeat(64) })).toBe(false)
  })
})

describe('a dot', () => {
  it('[ST12] names writer, sequence and the first half of the hash', () => {
    const dot = makeDot('0123456789abcdef', 42, 'c'.repeat(64))
    expect(dot).toBe(`0123456789abcdef:42:${'c'.repeat(32)}`)
    expect(parseDot(dot)).toEqual({ writer: '0123456789abcdef', seq: 42, hash: 'c'.repeat(32) })
  })

  it.each([
    '',
    'a:1:b',
    `0123456789ABCDEF:1:${'c'.repeat(32)}`,
    `0123456789abcdef:01:${'c'.repeat(32)}`,
    '__proto__',
  ])('is not %j', (text) => {
    expect(isDot(text)).toBe(false)
    expect(parseDot(text)).toBeNull()
  })
})
