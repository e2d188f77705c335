import { Worker } from 'node:worker_threads'
import type { RecoveryWork, UnderWay } from '../../shared/ipc/recovery'
import { err, type Result } from '../../shared/kernel/result'
import type { RecoveryMessage, RecoveryTask, RescueAnswer, SurveyAnswer } from './messages'

export type Progress = (done: number, total: number) => void

type OrUnderWay<A> = A | Result<never, UnderWay>

/**
 * Surveys and exports beside the main thread, one at a time: what comes while another goes on is told so, and what comes while another is
 * stopping waits for its end. Never rejects: a thread that dies is an answer, too.
 */
export interface RecoveryThread {
  readonly survey: (folder: string, progress: Progress) => Promise<OrUnderWay<SurveyAnswer>>
  readonly rescue: (
    folder: string,
    target: string,
    now: number,
    progress: Progress,
  ) => Promise<OrUnderWay<RescueAnswer>>
  /** Asks it to stop if it is this work that is running; it is answered with `Stopped`. */
  readonly stop: (work: RecoveryWork) => void
  /** Ends what is running and begins nothing any more. */
  readonly close: () => Promise<void>
}

interface Running {
  readonly work: RecoveryWork
  readonly ended: Promise<unknown>
  readonly stop: () => void
  readonly kill: () => Promise<unknown>
  isStopping: boolean
}

/** Milliseconds that what is running has to stop by itself, and to take its temporary files away. */
const PATIENCE = 5000

/** `workerFile`: the bundled `node/recovery/worker.ts`. */
export function createRecoveryThread(workerFile: string): RecoveryThread {
  let running: Running | null = null
  let closed = false

  const run = <A extends SurveyAnswer | RescueAnswer>(task: RecoveryTask, progress: Progress): Promise<A> => {
    const { folder } = task
    const worker = new Worker(workerFile, { workerData: task })
    const { promise, resolve } = withResolver<A>()
    const finish = (result: SurveyAnswer | RescueAnswer): void => {
      if (running === here) running = null
      // The thread answers the task that it was given.
      resolve(result as A)
    }
    const stopped = err({ type: 'Stopped', path: folder } as const)
    const here: Running = {
      work: task.task === 'survey' ? 'check' : 'rescue',
      ended: promise,
      isStopping: false,
      stop: () => {
        if (here.isStopping) return
        here.isStopping = true
        worker.postMessage('stop')
        setTimeout(() => {
          finish(stopped)
          void worker.terminate()
        }, PATIENCE).unref()
      },
      kill: () => {
        finish(stopped)
        return worker.terminate()
      },
    }
    running = here
    worker.on('message', (message: RecoveryMessage) => {
      if (running !== here) return
      if (message.is === 'progress') progress(message.done, message.total)
      else {
        finish(message.answer)
        void worker.terminate()
      }
    })
    worker.on('error', (error) => {
      finish(err({ type: 'BadFile', path: folder, reason: error.message }))
    })
    worker.on('exit', () => {
      finish(stopped)
    })
    return promise
  }

  const alone = async <A extends SurveyAnswer | RescueAnswer>(
    task: RecoveryTask,
    progress: Progress,
  ): Promise<OrUnderWay<A>> => {
    while (running?.isStopping) await running.ended
    if (closed) return err({ type: 'Stopped', path: task.folder }) as A
    return running ? err({ type: 'UnderWay', work: running.work }) : run<A>(task, progress)
  }

  return {
    survey: (folder, progress) => alone<SurveyAnswer>({ task: 'survey', folder }, progress),
    rescue: (folder, target, now, progress) =>
      alone<RescueAnswer>({ task: 'rescue', folder, target, now }, progress),
    stop: (work) => {
      if (running?.work === work) running.stop()
    },
    close: async () => {
      closed = true
      await running?.kill()
    },
  }
}

function withResolver<A>(): { readonly promise: Promise<A>; readonly resolve: (answer: A) => void } {
  let resolve: (answer: A) => void = () => undefined
  const promise = new Promise<A>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
