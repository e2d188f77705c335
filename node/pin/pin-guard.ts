import type { PinVerdict } from '../../shared/ipc/contract'
import type { Clock } from '../../shared/kernel/clock'
import { isPin } from './pin-hash'

/** Wrong PINs that cost nothing. */
const FREE_TRIES = 5
/** The wait after the fifth wrong PIN, in milliseconds; each further wrong one doubles it. */
const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 15 * 60_000

interface Tries {
  readonly wrong: number
  /** No try counts before this. */
  readonly until: number
}

export type PinGuard = (kept: string, pin: string) => Promise<PinVerdict>

/** Compares PINs, one at a time, and makes guessing slow. What it knows of wrong ones ends with the program. */
export function pinGuard(clock: Clock, compare: typeof isPin = isPin): PinGuard {
  const triesOf = new Map<string, Tries>()
  let line: Promise<unknown> = Promise.resolve()

  const check: PinGuard = async (kept, pin) => {
    const { wrong, until } = triesOf.get(kept) ?? { wrong: 0, until: 0 }
    const ms = until - clock.now()
    // A clock that was set back makes nobody wait longer than the longest wait.
    if (ms > 0) return { verdict: 'wait', ms: Math.min(ms, LONGEST_WAIT_MS) }
    const isRight = await compare(pin, kept)
    if (isRight === null) return { verdict: 'unreadable' }
    if (isRight) {
      triesOf.delete(kept)
      return { verdict: 'right' }
    }
    const count = wrong + 1
    const wait = count < FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (count - FREE_TRIES), LONGEST_WAIT_MS)
    triesOf.set(kept, { wrong: count, until: clock.now() + wait })
    return wait > 0 ? { verdict: 'wait', ms: wait } : { verdict: 'wrong', triesLeft: FREE_TRIES - count }
  }

  return (kept, pin) => {
    const turn = line.then(() => check(kept, pin))
    line = turn.catch(() => undefined)
    return turn
  }
}
