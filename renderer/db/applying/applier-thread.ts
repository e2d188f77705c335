import type { FromApplier, ToApplier } from './apply-messages'
import type { OpenApplier, Taken } from './applier'

interface Waiting {
  readonly resolve: (taken: Taken) => void
  readonly reject: (error: Error) => void
}

/** In a thread of its own, which is there as long as it has something to do. */
export const applyInThread: OpenApplier = ({ kept, templates, ...setting }) => {
  const worker = new Worker(new URL('./apply-thread.ts', import.meta.url), { type: 'module' })
  /** The pages that were given and not answered, in order; so are the answers. */
  const waiting: Waiting[] = []
  let broken: Error | null = null
  const tell = (message: ToApplier) => {
    worker.postMessage(message)
  }
  const fail = (reason: string) => {
    waiting.shift()?.reject(new Error(reason))
  }
  worker.onmessage = ({ data }: MessageEvent<FromApplier>) => {
    switch (data.tell) {
      case 'taken':
        waiting.shift()?.resolve(data.taken)
        return
      case 'failed':
        fail(data.reason)
        return
      case 'lacks':
        tell({ tell: 'templates', templates: data.hashes.map((hash) => [hash, templates(hash) ?? null]) })
        return
    }
  }
  worker.onerror = (event) => {
    broken = new Error(event.message)
    while (waiting.length > 0) fail(event.message)
  }
  const open: ToApplier = { tell: 'open', ...setting, templates: [...kept()] }
  worker.postMessage(open, setting.way === null ? [] : [setting.way])
  return {
    take: (page) =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken)
          return
        }
        waiting.push({ resolve, reject })
        tell({ tell: 'take', page })
      }),
    close: () => {
      worker.terminate()
    },
  }
}
