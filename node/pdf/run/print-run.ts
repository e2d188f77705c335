import { rm } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { PrintFailure } from '../../../shared/ipc/contract'
import type { RunBatch } from '../../../shared/ipc/print-run'
import { err, type Result } from '../../../shared/kernel/result'
import type { WorkerSettings } from '../messages'
import type { RunAnswer, RunEnd, RunMessage, RunReply, RunSettings } from './messages'

/** One run of printing, in a thread of its own that ends with it and gives back all that it took. */
export interface PrintRun {
  readonly add: (batch: RunBatch) => Promise<Result<RunAnswer, PrintFailure>>
  /** The file is whole and on the disk, or it is not there. */
  readonly finish: () => Promise<Result<RunEnd, PrintFailure>>
  /** Ends the thread, whatever it does, and removes its file. What was still asked is answered with PrintFailed. */
  readonly stop: () => Promise<void>
}

export interface PrintRunOptions {
  /** The bundled `node/pdf/worker.ts`. */
  readonly workerFile: string
  readonly fontsDir: string
  /** Small words at the foot of every page. */
  readonly mark?: string
  /** After this many milliseconds without an answer the thread counts as stuck. Default two minutes. */
  readonly patience?: number
}

/** What is said of sheets that were still asked for when somebody ended the run. */
export const RUN_STOPPED = '打印已停止'

/** What is said when the printer's driver took a part and did not print it. */
export const REFUSED_BY_DRIVER = '打印机驱动取消了打印'

type Answer = (reply: RunReply | { readonly id: number; readonly died: string }) => void

/** Neither call rejects: a thread that dies is an answer, too, and the end of the run. */
export function startPrintRun(options: PrintRunOptions, run: RunSettings): PrintRun {
  const { workerFile, fontsDir, mark, patience = 120_000 } = options
  const workerData: WorkerSettings = { fontsDir, run, ...(mark === undefined ? {} : { mark }) }
  const worker = new Worker(workerFile, { workerData })
  const waiting = new Map<number, Answer>()
  let lastId = 0
  let over: string | null = null

  const end = async (reason: string, keepFile = false): Promise<void> => {
    over ??= reason
    for (const [id, answer] of waiting) answer({ id, died: over })
    waiting.clear()
    await worker.terminate()
    if (run.file !== null && !keepFile) await rm(run.file, { force: true }).catch(() => undefined)
  }
  worker.on('message', (reply: RunReply) => {
    const answer = waiting.get(reply.id)
    waiting.delete(reply.id)
    answer?.(reply)
  })
  worker.on('error', (error) => void end(`打印程序出错：${error.message}`))
  worker.on('exit', () => {
    if (over === null) void end('打印程序意外退出，请再试一次')
  })

  const ask = (batch: RunBatch | null) =>
    new Promise<Parameters<Answer>[0]>((resolve) => {
      const id = ++lastId
      if (over !== null) {
        resolve({ id, died: over })
        return
      }
      const timer = setTimeout(() => void end('排版时间过长，已停止'), patience)
      waiting.set(id, (reply) => {
        clearTimeout(timer)
        resolve(reply)
      })
      const message: RunMessage = { id, batch }
      worker.postMessage(message)
    })

  return {
    add: async (batch) => {
      const reply = await ask(batch)
      if ('died' in reply) return err({ type: 'PrintFailed', reason: reply.died })
      if (reply.reply !== 'added') throw new Error('a run answered something else')
      if (!reply.result.ok) await end('打印已结束')
      return reply.result
    },
    finish: async () => {
      const reply = await ask(null)
      if ('died' in reply) return err({ type: 'PrintFailed', reason: reply.died })
      if (reply.reply !== 'ended') throw new Error('a run answered something else')
      await end('打印已结束', reply.result.ok)
      return reply.result
    },
    stop: () => end(RUN_STOPPED),
  }
}
