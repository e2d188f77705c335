import { err, type Result } from '../../../shared/kernel/result'
import type { Clock } from '../../../shared/kernel/clock'
import { dirParts, fileParts, ownParts } from './carried-path'
import { PutOff } from './put-off'
import type { FolderThread, StartThread } from './start-folder-thread'
import type { CarrierFailure, TeamFolder } from './team-folder'
import type { ThreadAnswer, ThreadCall, ThreadValue } from './thread-messages'

/** Calls `act` after so many milliseconds, unless the answer is called before. */
export type After = (ms: number, act: () => void) => () => void

export interface GuardedTeamFolderOptions {
  readonly start: StartThread
  readonly device: string
  /** Only ever compared with itself; may step. */
  readonly clock: Clock
  /** Milliseconds without any sign of life after which a call hangs. */
  readonly limit?: number
  /** Threads that work side by side. */
  readonly lanes?: number
  /** Threads that were given up and have not ended; with more of them nothing is asked any more. */
  readonly mostStuck?: number
  readonly after?: After
  /** Something may have changed in the folder. May come for nothing and may never come. */
  readonly onHint?: () => void
}

export interface GuardedTeamFolder extends TeamFolder {
  /** Threads that hang in the file system. Node waits for its threads when it ends: with any, end the process hard. */
  readonly stuck: () => number
  /** The next call of every path is made, also of those put off: for 立即同步. */
  readonly hurry: () => void
}

interface Job {
  readonly call: ThreadCall
  readonly answer: (result: Result<ThreadValue, CarrierFailure>) => void
  readonly fail: (error: Error) => void
}

interface Lane {
  thread: FolderThread | null
  job: Job | null
  cancel: () => void
}

/** A cloud drive fetches a file whole on its first reading: so many bytes a second are allowed for. */
const SLOWEST = 100_000
/** Milliseconds that a large file may add to the limit. */
const MOST_MORE = 300_000

const setTimer: After = (ms, act) => {
  const timer = setTimeout(act, ms)
  return () => {
    clearTimeout(timer)
  }
}

const unreachable = (reason: string) => err<CarrierFailure>({ type: 'Unreachable', reason })

/**
 * A team folder whose calls are made in threads, each with a time limit. One that hangs (a dead share, a placeholder of a
 * cloud drive) answers `Unreachable`; its thread is given up and another one goes on with what waits. That path is then
 * put off for growing pauses, so that one file that hangs does not stop the others.
 */
export function guardedTeamFolder(options: GuardedTeamFolderOptions): GuardedTeamFolder {
  const { start, device, clock, limit = 30_000, lanes: width = 2, mostStuck = 4, after = setTimer } = options
  const lanes: readonly Lane[] = Array.from({ length: width }, () => ({
    thread: null,
    job: null,
    cancel: () => undefined,
  }))
  const waiting: Job[] = []
  const putOff = new PutOff(clock)
  /** Threads that were told to end in the middle of a call, until they have ended. */
  const stuck = new Set<FolderThread>()
  let isClosed = false

  const settle = (lane: Lane): Job | null => {
    lane.cancel()
    const { job } = lane
    lane.job = null
    return job
  }

  const giveUp = (lane: Lane): void => {
    const job = settle(lane)
    const { thread } = lane
    lane.thread = null
    if (thread !== null) {
      stuck.add(thread)
      thread.end()
    }
    if (job !== null) {
      putOff.add(job.call.path)
      job.answer(unreachable('TIMEOUT'))
    }
    next()
  }

  const watch = (lane: Lane, ms: number): void => {
    lane.cancel()
    lane.cancel = after(ms, () => {
      giveUp(lane)
    })
  }

  const answered = (lane: Lane, answer: ThreadAnswer): void => {
    if (answer.answer === 'hint') {
      options.onHint?.()
      return
    }
    if (answer.answer === 'alive') {
      watch(lane, limit + Math.min(MOST_MORE, (answer.size / SLOWEST) * 1000))
      return
    }
    const job = settle(lane)
    if (job !== null) {
      putOff.forget(job.call.path)
      if (answer.answer === 'bug') job.fail(new Error(answer.message))
      else job.answer(answer.result)
    }
    next()
  }

  const threadOf = (lane: Lane): FolderThread => {
    if (lane.thread !== null) return lane.thread
    const thread: FolderThread = start(
      {
        answered: (answer) => {
          if (lane.thread === thread) answered(lane, answer)
        },
        ended: (reason) => {
          stuck.delete(thread)
          if (lane.thread === thread) {
            lane.thread = null
            settle(lane)?.answer(err({ type: 'Failed', reason: reason === '' ? 'THREADENDED' : reason }))
          }
          next()
        },
      },
      lane === lanes[0],
    )
    lane.thread = thread
    return thread
  }

  const next = (): void => {
    for (const lane of lanes) {
      if (lane.job !== null) continue
      if (stuck.size > mostStuck) {
        for (const job of waiting.splice(0)) job.answer(unreachable('STUCK'))
        return
      }
      const job = waiting.shift()
      if (job === undefined) return
      lane.job = job
      const size = 'bytes' in job.call ? job.call.bytes.length : 0
      watch(lane, limit + Math.min(MOST_MORE, (size / SLOWEST) * 1000))
      threadOf(lane).ask(job.call)
    }
  }

  const asked = <T extends ThreadValue>(call: ThreadCall): Promise<Result<T, CarrierFailure>> => {
    if (isClosed) return Promise.resolve(unreachable('CLOSED'))
    if (putOff.isWaiting(call.path)) return Promise.resolve(unreachable('PUTOFF'))
    return new Promise((answer, fail) => {
      // The thread answers a call with what that call of the port answers.
      waiting.push({ call, answer: answer as Job['answer'], fail })
      next()
    })
  }

  return {
    list: async (path) => {
      dirParts(path)
      return asked({ call: 'list', path })
    },
    read: async (path, most) => {
      fileParts(path)
      return asked({ call: 'read', path, most })
    },
    putNew: async (path, bytes) => {
      fileParts(path)
      return asked({ call: 'putNew', path, bytes })
    },
    putAgain: async (path, bytes) => {
      fileParts(path)
      return asked({ call: 'putAgain', path, bytes })
    },
    removeOwn: async (path) => {
      ownParts(path, device)
      return asked({ call: 'removeOwn', path })
    },
    close: () => {
      isClosed = true
      for (const job of waiting.splice(0)) job.answer(unreachable('CLOSED'))
      for (const lane of lanes) {
        const { thread } = lane
        const isBusy = lane.job !== null
        lane.thread = null
        settle(lane)?.answer(unreachable('CLOSED'))
        // Counted until it has ended: a call that hangs now holds the process up as one does that was given up.
        if (thread !== null) {
          if (isBusy) stuck.add(thread)
          thread.end()
        }
      }
      return Promise.resolve()
    },
    stuck: () => stuck.size,
    hurry: () => {
      putOff.clear()
    },
  }
}
