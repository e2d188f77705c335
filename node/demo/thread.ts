import { Worker } from 'node:worker_threads'
import type { DemoMade, DemoTask } from './messages'

export type MakeDemo = (task: DemoTask) => Promise<DemoMade>

/**
 * Makes the demo data beside the main thread. Never rejects: a thread that dies is an answer, too.
 * @param workerFile the bundled `node/demo/worker.ts`
 */
export const makeDemoInThread =
  (workerFile: string): MakeDemo =>
  (task) =>
    new Promise((answer) => {
      const workerData: DemoTask = task
      const worker = new Worker(workerFile, { workerData })
      worker.once('message', (made: DemoMade) => {
        answer(made)
        void worker.terminate()
      })
      worker.once('error', ({ message }) => {
        answer({ made: false, reason: message })
      })
      worker.once('exit', (code) => {
        answer({ made: false, reason: `exit ${String(code)}` })
      })
    })
