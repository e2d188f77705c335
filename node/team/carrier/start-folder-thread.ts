import { Worker } from 'node:worker_threads'
import type { ThreadAnswer, ThreadCall, ThreadTask } from './thread-messages'

/** A thread that does one call after another on a team folder and may hang in any of them. */
export interface FolderThread {
  readonly ask: (call: ThreadCall) => void
  /** Asks it to end; one that hangs in a call of the system ends when that returns, if ever. Not waited for. */
  readonly end: () => void
}

export interface ThreadEvents {
  readonly answered: (answer: ThreadAnswer) => void
  /** Comes once, whether it was asked to end or died. */
  readonly ended: (reason: string) => void
}

/** `watch`: whether this one gives hints; one of several is enough. */
export type StartThread = (events: ThreadEvents, watch: boolean) => FolderThread

/** @param workerFile the bundled `node/team/carrier/team-folder-thread.ts` */
export const startFolderThread =
  (workerFile: string, task: Omit<ThreadTask, 'watch'>): StartThread =>
  ({ answered, ended }, watch) => {
    const workerData: ThreadTask = { ...task, watch }
    const worker = new Worker(workerFile, { workerData })
    let reason = ''
    worker.on('message', answered)
    worker.on('error', (error: Error) => {
      reason = error.message
    })
    worker.on('exit', () => {
      ended(reason)
    })
    return {
      ask: (call) => worker.postMessage(call),
      end: () => void worker.terminate().catch(() => undefined),
    }
  }
