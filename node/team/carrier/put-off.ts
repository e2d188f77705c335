import type { Clock } from '../../../shared/kernel/clock'

/** Milliseconds for which a path that hung for the first time is let alone; each further time twice as long. */
const FIRST = 30_000
const LONGEST = 600_000

/** Paths that hung, and until when they are not asked for. */
export class PutOff {
  readonly #until = new Map<string, { readonly from: number; readonly pause: number }>()
  constructor(private readonly clock: Clock) {}

  add(path: string): void {
    const before = this.#until.get(path)?.pause
    const pause = before === undefined ? FIRST : Math.min(LONGEST, before * 2)
    this.#until.set(path, { from: this.clock.now(), pause })
  }

  /** A clock that was set back ends the pause: better asked too early than not for a year. */
  isWaiting(path: string): boolean {
    const off = this.#until.get(path)
    if (off === undefined) return false
    const passed = this.clock.now() - off.from
    return passed >= 0 && passed < off.pause
  }

  forget(path: string): void {
    this.#until.delete(path)
  }

  /** Ends all pauses; how long the next one of each path would be stays. */
  clear(): void {
    for (const [path, off] of this.#until) this.#until.set(path, { ...off, from: -Infinity })
  }
}
