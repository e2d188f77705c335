import { createHash } from 'node:crypto'

/** Choices that are the same for the same seed and case. */
export interface Chance {
  /** A whole number from 0 to `below` − 1. */
  readonly upTo: (below: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly bytes: (length: number) => Uint8Array
}

/** Chance of one case: cases do not depend on those before them, so that a run can go on anywhere. */
export function chanceOf(seed: string, number: number): Chance {
  const key = createHash('sha256').update(`${seed}/${number}`).digest()
  let state = key.readUInt32LE(0)
  // mulberry32: small, and good enough to choose with.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const upTo = (below: number): number => Math.floor(next() * below)
  return {
    upTo,
    pick: (list) => {
      const picked = list[upTo(list.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
    bytes: (length) => Uint8Array.from({ length }, () => upTo(256)),
  }
}
