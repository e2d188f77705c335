import { describe, expect, it } from 'vitest'
import {
  BLOCK,
  nearOf,
  nothingDrawn,
  seenAlone,
  seenBlocks,
  seenOf,
  withNear,
  type DrawnBlocks,
  type Range,
} from '../../../../../renderer/ui/list/drawn-blocks'

const MANY = 1000
/** So many blocks from a block on. */
const blocks = (first: number, count: number): Range => ({
  first: first * BLOCK,
  last: (first + count) * BLOCK - 1,
})
/** Numbers of the blocks in their slots. */
const inSlots = ({ slots }: DrawnBlocks) => slots.map((from) => (from < 0 ? null : from / BLOCK))
const drawnAt = (first: number, count: number) => withNear(nothingDrawn, blocks(first, count), MANY)

describe('what is drawn of a list', () => {
  it('is what is seen and two blocks on either side', () => {
    expect([...inSlots(drawnAt(12, 3))].sort()).toEqual([10, 11, 12, 13, 14, 15, 16])
    expect(nearOf(blocks(12, 3), MANY)).toEqual(blocks(10, 7))
  })

  it('ends where the list does', () => {
    const lines = 2 * BLOCK + 3
    expect(inSlots(withNear(nothingDrawn, blocks(0, 5), lines))).toEqual([0, 1, 2])
    expect(nearOf(blocks(0, 5), lines)).toEqual({ first: 0, last: lines - 1 })
    expect(seenBlocks(blocks(5, 2), lines)).toEqual([2 * BLOCK])
  })

  it('is nothing of a list without lines', () => {
    expect(withNear(nothingDrawn, blocks(0, 3), 0)).toBe(nothingDrawn)
    expect(seenOf(nothingDrawn, blocks(0, 3), 0)).toBe('all')
  })

  it('stays the same object while nothing else comes into sight', () => {
    const drawn = drawnAt(10, 3)
    expect(withNear(drawn, blocks(10, 3), MANY)).toBe(drawn)
  })

  it('lets a block that stays in sight stand in its slot', () => {
    const before = drawnAt(10, 3)
    const after = withNear(before, blocks(11, 3), MANY)
    for (const block of [9, 10, 11, 12, 13, 14])
      expect(inSlots(after).indexOf(block)).toBe(inSlots(before).indexOf(block))
    expect(inSlots(after)).toHaveLength(inSlots(before).length)
  })

  it('keeps its slots when a view is cut by a block less', () => {
    const before = drawnAt(10, 3)
    const after = withNear(before, blocks(10, 2), MANY)
    expect(inSlots(after)).toHaveLength(7)
    expect(inSlots(after).filter((block) => block !== null)).toHaveLength(6)
  })
})

describe('after a jump', () => {
  const before = drawnAt(10, 3)
  const there = blocks(50, 3)

  it('nothing of what is seen is drawn, and near the old place some of it', () => {
    expect(seenOf(before, there, MANY)).toBe('none')
    expect(seenOf(before, blocks(13, 3), MANY)).toBe('some')
    expect(seenOf(before, blocks(12, 3), MANY)).toBe('all')
    expect(seenOf(before, blocks(8, 3), MANY)).toBe('all')
  })

  it('what is seen is drawn alone, and other slots stay as they are', () => {
    const alone = seenAlone(before, there, MANY)
    expect(alone.isAlone).toBe(true)
    expect(seenOf(alone, there, MANY)).toBe('all')
    const kept = inSlots(alone).filter((block) => block !== null && block < 20)
    expect(kept).toHaveLength(4)
    for (const block of kept) expect(inSlots(alone).indexOf(block)).toBe(inSlots(before).indexOf(block))
  })

  it('its neighbours come afterwards, over what was left', () => {
    const alone = seenAlone(before, there, MANY)
    const whole = withNear(alone, there, MANY)
    expect(whole.isAlone).toBe(false)
    expect([...inSlots(whole)].sort()).toEqual([48, 49, 50, 51, 52, 53, 54])
    for (const block of [50, 51, 52])
      expect(inSlots(whole).indexOf(block)).toBe(inSlots(alone).indexOf(block))
  })

  it('a taller view gets more slots', () => {
    const alone = seenAlone(before, blocks(50, 6), MANY)
    expect(inSlots(alone)).toHaveLength(10)
    expect(inSlots(alone).filter((block) => block !== null)).toHaveLength(6)
  })
})
