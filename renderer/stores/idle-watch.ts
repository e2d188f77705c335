import type { Clock } from '../../shared/kernel/clock'

export interface IdleWatchDeps {
  readonly clock: Clock
  /** Does the work after so many milliseconds, unless the answer is called before. */
  readonly later: (ms: number, work: () => void) => () => void
  readonly onIdle: () => void
}

export interface IdleWatch {
  /** The person did something. */
  readonly touch: () => void
  readonly stop: () => void
}

/**
 * Tells when nobody did anything for `limit` milliseconds. A computer that slept wakes with its time up: then the first
 * touch comes too late and counts as idle before it counts as a touch.
 */
export function watchIdle(limit: number, { clock, later, onIdle }: IdleWatchDeps): IdleWatch {
  let last = clock.now()
  let cancel: () => void = () => undefined

  /** Milliseconds that are left; a clock that was set back begins anew. */
  const left = (): number => {
    last = Math.min(last, clock.now())
    return last + limit - clock.now()
  }
  const look = (): void => {
    if (left() <= 0) {
      last = clock.now()
      onIdle()
    }
    cancel = later(left(), look)
  }
  cancel = later(limit, look)

  return {
    touch: () => {
      if (left() <= 0) onIdle()
      last = clock.now()
    },
    stop: () => {
      cancel()
    },
  }
}
