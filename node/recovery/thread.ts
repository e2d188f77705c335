import { Worker } from 'node:worker_threads'
import { err } from '../../shared/kernel/result'
import type { RecoveryMessage, RecoveryTask, RescueAnswer, SurveyAnswer } from './messages'

export type Progress = (done: number, total: number) => void

/** Surveys and exports beside the main thread, one at a time. Never rejects: a thread that dies is an answer, too. */
export interface RecoveryThread {
  readonly survey: (folder: string, progress: Progress) => Promise<SurveyAnswer>
  readonly rescue: (folder: string, target: string, now: number, progress: Progress) => Promise<RescueAnswer>
  /** Asks what is running to stop; it is answered with `Stopped`. */
  readonly stop: () => void
  readonly close: () => Promise<void>
}

/** Milliseconds that what is running has to stop by itself, and to take its temporary files away. */
const PATIENCE = 5000

/** `workerFile`: the bundled `node/recovery/worker.ts`. */
export function createRecoveryThread(workerFile: string): RecoveryThread {
  let running: { readonly worker: Worker; readonly end: () => void } | null = null

  const run = <A extends SurveyAnswer | RescueAnswer>(task: RecoveryTask, progress: Progress): Promise<A> =>
    new Promise((answer) => {
      const { folder } = task
      const worker = new Worker(workerFile, { workerData: task })
      const finish = (result: SurveyAnswer | RescueAnswer): void => {
        if (running?.worker !== worker) return
        running = null
        // The thread answers the task that it was given.
        answer(result as A)
        void worker.terminate()
      }
      running = {
        worker,
        end: () => {
          worker.postMessage('stop')
          setTimeout(() => {
            finish(err({ type: 'Stopped', path: folder }))
          }, PATIENCE).unref()
        },
      }
      worker.on('message', (message: RecoveryMessage) => {
        if (message.is === 'answer') finish(message.answer)
        else progress(message.done, message.total)
      })
      worker.on('error', (error) => {
        finish(err({ type: 'BadFile', path: folder, reason: error.message }))
      })
      worker.on('exit', () => {
        finish(err({ type: 'Stopped', path: folder }))
      })
    })

  const alone = async <A extends SurveyAnswer | RescueAnswer>(
    task: RecoveryTask,
    progress: Progress,
  ): Promise<A | ReturnType<typeof busy>> => (running ? busy(task.folder) : run<A>(task, progress))

  return {
    survey: (folder, progress) => alone<SurveyAnswer>({ task: 'survey', folder }, progress),
    rescue: (folder, target, now, progress) =>
      alone<RescueAnswer>({ task: 'rescue', folder, target, now }, progress),
    stop: () => running?.end(),
    close: async () => {
      const worker = running?.worker
      running = null
      await worker?.terminate()
    },
  }
}

const busy = (path: string) => err({ type: 'Busy', path } as const)
