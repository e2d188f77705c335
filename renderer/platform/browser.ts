import type { Clock, RandomBytes } from '../../shared/kernel/clock'

/** The wall clock of this computer. */
export const browserClock: Clock = { now: () => Date.now() }

/** The browser's cryptographic randomness. */
export const browserRandom: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))

/** The calendar day at `clock` in this computer's time zone, as `2026-01-05`. */
export function today(clock: Clock): string {
  const now = new Date(clock.now())
  const two = (n: number) => String(n).padStart(2, '0')
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
