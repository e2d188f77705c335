import { checkHere, type CheckWhole } from './checker'
import type { FromChecker, ToChecker } from './check-messages'

/** In a thread of its own, which ends with its answer. */
export const checkInThread: CheckWhole = (setting) => {
  const { database, knownBreaks, templates, kept } = setting
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./check-thread.ts', import.meta.url), { type: 'module' })
    const tell = (message: ToChecker) => {
      worker.postMessage(message)
    }
    const end = (isWhole: boolean | Promise<boolean>) => {
      worker.terminate()
      resolve(isWhole)
    }
    worker.onmessage = ({ data }: MessageEvent<FromChecker>) => {
      switch (data.tell) {
        case 'checked':
          end(data.isWhole)
          return
        case 'lacks':
          tell({ tell: 'templates', templates: data.hashes.map((hash) => [hash, templates(hash) ?? null]) })
          return
      }
    }
    // A thread that cannot be had says nothing about the working copy.
    worker.onerror = () => {
      end(checkHere(setting))
    }
    tell({ tell: 'check', database, knownBreaks: [...knownBreaks], templates: [...kept()] })
  })
}
