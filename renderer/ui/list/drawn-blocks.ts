/**
 * Lines that are drawn, kept and let go together: fewer changes of the page while scrolling. Few enough that a jump draws hardly more
 * than is seen.
 */
export const BLOCK = 4

/** Blocks that are drawn on either side of what is seen, so that scrolling shows no empty place. */
const NEAR = 2

/** Places of a list, both included; a list without lines has none (`last` is below `first`). */
export interface Range {
  readonly first: number
  readonly last: number
}

/** No block stands here. */
const EMPTY = -1

/**
 * What is drawn of a list: blocks of lines, named by their first place. Each stands in a slot, which is drawn over when another takes its
 * place.
 */
export interface DrawnBlocks {
  readonly slots: readonly number[]
  /** After a jump what is seen is drawn without its neighbours, which come a moment later. */
  readonly isAlone: boolean
}

export const nothingDrawn: DrawnBlocks = { slots: [], isAlone: false }

/** The blocks of a list of `lines` in which something is seen. */
export function seenBlocks({ first, last }: Range, lines: number): readonly number[] {
  const end = Math.min(last, lines - 1)
  if (end < 0) return []
  const from = blockOf(Math.min(first, end))
  return Array.from({ length: (blockOf(end) - from) / BLOCK + 1 }, (_, i) => from + i * BLOCK)
}

/** The places that are seen, by whole blocks, and those near them. */
export function nearOf(seen: Range, lines: number): Range {
  return {
    first: Math.max(0, seen.first - NEAR * BLOCK),
    last: Math.min(seen.last + NEAR * BLOCK, lines - 1),
  }
}

/** The blocks that are seen and those near them. */
function nearBlocks(range: Range, lines: number): readonly number[] {
  const end = Math.min(range.last, lines - 1)
  return end < 0 ? [] : seenBlocks(nearOf({ first: Math.min(range.first, end), last: end }, lines), lines)
}

/** How much of what is seen is drawn. */
export function seenOf({ slots }: DrawnBlocks, seen: Range, lines: number): 'all' | 'some' | 'none' {
  const blocks = seenBlocks(seen, lines)
  const there = blocks.filter((block) => slots.includes(block)).length
  return there === blocks.length ? 'all' : there > 0 ? 'some' : 'none'
}

/** What is seen and what is near it; the same object where that is drawn already. */
export function withNear(drawn: DrawnBlocks, seen: Range, lines: number): DrawnBlocks {
  const near = nearBlocks(seen, lines)
  const slots = inSlots(
    Array.from({ length: room(drawn, near) }, () => EMPTY),
    near,
  )
  return same(slots, drawn.slots) && !drawn.isAlone ? drawn : { slots, isAlone: false }
}

/** What is seen alone: other slots stay as they are, out of sight, until its neighbours are drawn over them. */
export function seenAlone(drawn: DrawnBlocks, seen: Range, lines: number): DrawnBlocks {
  const size = room(drawn, nearBlocks(seen, lines))
  const kept = Array.from(
    { length: size },
    (_, slot) => (size === drawn.slots.length ? drawn.slots[slot] : undefined) ?? EMPTY,
  )
  return { slots: inSlots(kept, seenBlocks(seen, lines)), isAlone: true }
}

/** Slots never become fewer: a view that is cut by one block more or less takes the same ones. */
const room = ({ slots }: DrawnBlocks, near: readonly number[]): number => Math.max(slots.length, near.length)

function inSlots(slots: readonly number[], blocks: readonly number[]): readonly number[] {
  const placed = [...slots]
  for (const block of blocks) placed[(block / BLOCK) % slots.length] = block
  return placed
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((each, at) => each === b[at])

export const blockOf = (place: number): number => place - (place % BLOCK)
