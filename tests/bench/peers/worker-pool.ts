import { Worker } from 'node:worker_threads'
import type { PlainSheet } from './plain-sheet'

export interface PeerPool {
  /** Sets each sheet into a file of its own; answers how many bytes they have together. */
  readonly setAll: (sheets: readonly PlainSheet[]) => Promise<number>
  readonly close: () => Promise<void>
}

/** Two threads of a peer or a limit, each given the next sheet when it has set one. */
export function peerPool(workerFile: string, fonts: Readonly<Record<string, string>>, size = 2): PeerPool {
  const workers = Array.from({ length: size }, () => new Worker(workerFile, { workerData: fonts }))
  const setAll = async (sheets: readonly PlainSheet[]): Promise<number> => {
    let next = 0
    let bytes = 0
    const work = async (worker: Worker): Promise<void> => {
      for (let sheet = sheets[next++]; sheet; sheet = sheets[next++]) bytes += await answerOf(worker, sheet)
    }
    await Promise.all(workers.map(work))
    return bytes
  }
  const close = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  return { setAll, close }
}

const answerOf = (worker: Worker, sheet: PlainSheet): Promise<number> =>
  new Promise((resolve, reject) => {
    const onError = (error: Error): void => {
      reject(error)
    }
    worker.once('error', onError)
    worker.once('message', (bytes: Uint8Array) => {
      worker.off('error', onError)
      resolve(bytes.length)
    })
    worker.postMessage(sheet)
  })
