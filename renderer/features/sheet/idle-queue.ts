/** Milliseconds of idle time that a job needs: a little less than most of them take. */
const ENOUGH_MS = 5
/** A busy window still draws one picture in this many milliseconds. */
const PATIENCE_MS = 50

export interface IdleDeadline {
  readonly didTimeout: boolean
  readonly timeRemaining: () => number
}

/** `requestIdleCallback`, or what stands in for it in a test. */
export type WhenIdle = (
  work: (deadline: IdleDeadline) => void,
  options: { readonly timeout: number },
) => unknown

export interface IdleQueue {
  /** The last one asked for is done first: it is what the person looks at now. The answer takes the job out again. */
  readonly add: (job: () => unknown) => () => void
}

/** Work for the window's idle time, one job after the other, so that scrolling and typing never wait for it. */
export function idleQueue(whenIdle: WhenIdle): IdleQueue {
  const jobs = new Set<() => unknown>()
  let asked = false
  const ask = () => {
    if (asked || jobs.size === 0) return
    asked = true
    whenIdle(work, { timeout: PATIENCE_MS })
  }
  const work = (deadline: IdleDeadline) => {
    asked = false
    // Late means that there was no idle time at all: then a single job.
    let may = deadline.didTimeout || deadline.timeRemaining() >= ENOUGH_MS
    while (may) {
      const job = [...jobs].at(-1)
      if (!job) return
      jobs.delete(job)
      job()
      may = !deadline.didTimeout && deadline.timeRemaining() >= ENOUGH_MS
    }
    ask()
  }
  return {
    add: (job) => {
      jobs.add(job)
      ask()
      return () => jobs.delete(job)
    },
  }
}
