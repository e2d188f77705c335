import { Worker } from 'node:worker_threads'
import type { PdfResult, PrintFailure, PrintJob } from '../../shared/ipc/contract'
import { err, type Result } from '../../shared/kernel/result'
import type { DoneMessage, JobMessage, WorkerSettings } from './messages'

export interface PdfPool {
  /** Never rejects: a worker that dies is an answer too, and is replaced for the next job. */
  readonly render: (job: PrintJob, now: number) => Promise<Result<PdfResult, PrintFailure>>
  /** Ends the workers; jobs that still wait are answered with PrintFailed. */
  readonly close: () => Promise<void>
}

export interface PdfPoolOptions {
  /** The bundled `node/pdf/worker.ts`. */
  readonly workerFile: string
  readonly fontsDir: string
  /** Small words at the foot of every page. */
  readonly mark?: string
  /** How many workers at most; they start when jobs come. Default 2. */
  readonly size?: number
  /** After this many milliseconds a job counts as stuck and its worker is ended. Default two minutes. */
  readonly patience?: number
  /** After this many milliseconds without a job the workers end and give back what their fonts hold. Default a minute. */
  readonly rest?: number
}

/** A worker is mostly ready within so many milliseconds; one that is not works at something long, or hangs. */
const STARTING = 1000

type Answer = (result: Result<PdfResult, PrintFailure>) => void

interface WaitingJob {
  readonly message: JobMessage
  readonly answer: Answer
}

interface Slot {
  readonly worker: Worker
  current: (WaitingJob & { readonly timer: NodeJS.Timeout }) | null
  /** It was just started and has not yet answered a job: it is being loaded, or reads its fonts. */
  starting: boolean
}

const failed = (reason: string): Result<PdfResult, PrintFailure> => err({ type: 'PrintFailed', reason })

/** Worker threads that set and paint PDFs beside the main thread. */
export function createPdfPool(options: PdfPoolOptions): PdfPool {
  const { workerFile, fontsDir, mark, size = 2, patience = 120_000, rest = 60_000 } = options
  const waiting: WaitingJob[] = []
  const slots = new Set<Slot>()
  let lastId = 0
  let closed = false
  let resting: NodeJS.Timeout | undefined

  const finish = (slot: Slot, result: Result<PdfResult, PrintFailure>): void => {
    const { current } = slot
    if (!current) return
    clearTimeout(current.timer)
    slot.current = null
    slot.starting = false
    current.answer(result)
    clearTimeout(resting)
    resting = setTimeout(endIdle, rest).unref()
  }

  const endIdle = (): void => {
    for (const slot of slots) {
      if (slot.current) continue
      slots.delete(slot)
      void slot.worker.terminate()
    }
  }

  const drop = (slot: Slot, reason: string): void => {
    slots.delete(slot)
    finish(slot, failed(reason))
    void slot.worker.terminate()
    startNext()
  }

  const start = (): Slot => {
    const workerData: WorkerSettings = { fontsDir, ...(mark === undefined ? {} : { mark }) }
    const slot: Slot = { worker: new Worker(workerFile, { workerData }), current: null, starting: true }
    slot.worker.on('message', (done: DoneMessage) => {
      if (slot.current?.message.id !== done.id) return
      finish(slot, done.result)
      startNext()
    })
    slot.worker.on('error', (error) => {
      drop(slot, `打印程序出错：${error.message}`)
    })
    slot.worker.on('exit', () => {
      if (slots.has(slot)) drop(slot, '打印程序意外退出，请再试一次')
    })
    // A job that waits for it is not to wait for all of a long one.
    setTimeout(() => {
      slot.starting = false
      startNext()
    }, STARTING).unref()
    // A waiting worker does not keep the program running.
    slot.worker.unref()
    slots.add(slot)
    return slot
  }

  function startNext(): void {
    if (closed || waiting.length === 0) return
    const idle = [...slots].find((slot) => slot.current === null)
    // A single job is done sooner by a worker that is nearly there than by another one beside it.
    const nearlyThere = waiting.length === 1 && [...slots].some(({ starting }) => starting)
    if (!idle && (slots.size >= size || nearlyThere)) return
    const next = waiting.shift()
    if (!next) return
    const slot = idle ?? start()
    const timer = setTimeout(() => {
      drop(slot, '排版时间过长，已停止')
    }, patience)
    slot.current = { ...next, timer }
    slot.worker.postMessage(next.message)
    startNext()
  }

  return {
    render: (job, now) =>
      new Promise((answer) => {
        if (closed) {
          answer(failed('程序正在退出'))
          return
        }
        waiting.push({ message: { id: ++lastId, job, now }, answer })
        startNext()
      }),
    close: async () => {
      closed = true
      clearTimeout(resting)
      const ending = [...slots]
      slots.clear()
      for (const slot of ending) finish(slot, failed('程序正在退出'))
      for (const job of waiting.splice(0)) job.answer(failed('程序正在退出'))
      await Promise.all(ending.map((slot) => slot.worker.terminate()))
    },
  }
}
