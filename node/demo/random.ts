import type { RandomBytes } from '../../shared/kernel/clock'

/** Dice that fall the same way in every run. */
export interface Dice {
  /** 0 ≤ n < 1. */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly int: (from: number, to: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(list: readonly [T, ...T[]] | readonly T[]) => T
  /** So many decimal digits. */
  readonly digits: (count: number) => string
  readonly bytes: RandomBytes
  /** Dice of their own for one purpose: what they show does not hang on how often the others were thrown. */
  readonly apart: (purpose: string) => Dice
}

/** mulberry32 (Tommy Ettinger, public domain), begun from the text of a seed. */
export function seededDice(seed: string): Dice {
  let state = mixed(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error('nothing to pick from')
      return list[Math.floor(next() * list.length)] as T
    },
    digits: (count) => Array.from({ length: count }, () => int(0, 9)).join(''),
    bytes: (length) => Uint8Array.from({ length }, () => int(0, 255)),
    apart: (purpose) => seededDice(`${seed}/${purpose}`),
  }
}

/** FNV-1a over the UTF-16 units, stirred once more so that neighbouring seeds begin far apart. */
function mixed(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Picks by weight: the place in the list. */
export function weighted(weights: readonly number[]): (dice: Dice) => number {
  let sum = 0
  const sums = weights.map((weight) => (sum += weight))
  return (dice) => {
    const thrown = dice.next() * sum
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sums[middle] ?? 0) > thrown) high = middle
      else low = middle + 1
    }
    return low
  }
}
