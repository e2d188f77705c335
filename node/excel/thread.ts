import { Worker } from 'node:worker_threads'
import { err } from '../../shared/kernel/result'
import type { ExcelContent, ExcelResult, ExcelTask } from './messages'

/** Writes forms or a list as one workbook beside the main thread. Never rejects: a thread that dies is an answer, too. */
export interface ExcelThread {
  readonly write: (content: ExcelContent, now: number) => Promise<ExcelResult>
  /** Ends what is still being written; it is answered with ExcelFailed. */
  readonly close: () => Promise<void>
}

export interface ExcelThreadOptions {
  /** The bundled `node/excel/worker.ts`. */
  readonly workerFile: string
  /** After this many milliseconds a workbook counts as stuck. Default two minutes. */
  readonly patience?: number
}

const failed = (reason: string): ExcelResult => err({ type: 'ExcelFailed', reason })

/** A thread for each workbook: they are written now and then, and a waiting thread would hold memory for nothing. */
export function createExcelThread({ workerFile, patience = 120_000 }: ExcelThreadOptions): ExcelThread {
  const running = new Map<Worker, (result: ExcelResult) => void>()

  const write = (content: ExcelContent, now: number): Promise<ExcelResult> =>
    new Promise((answer) => {
      const workerData: ExcelTask = { content, now }
      const worker = new Worker(workerFile, { workerData })
      const finish = (result: ExcelResult): void => {
        if (!running.delete(worker)) return
        clearTimeout(timer)
        answer(result)
        void worker.terminate()
      }
      const timer = setTimeout(() => {
        finish(failed('写表时间过长，已停止'))
      }, patience)
      running.set(worker, finish)
      worker.on('message', finish)
      worker.on('error', (error) => {
        finish(failed(error.message))
      })
      worker.on('exit', () => {
        finish(failed('写表程序意外退出，请再试一次'))
      })
    })

  return {
    write,
    close: async () => {
      const workers = [...running.keys()]
      for (const finish of [...running.values()]) finish(failed('程序正在退出'))
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
