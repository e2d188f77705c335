import { checkHere, type CheckWhole } from './checker'
import type { FromChecker, ToChecker } from './check-messages'

/** What a person at work does; of scrolling there is no other sign while a scroll bar is dragged. */
const signs = ['keydown', 'pointerdown', 'wheel', 'scroll'] as const
/** Milliseconds between two words that somebody is at work. */
const OFTEN = 300

/** In a thread of its own, which ends with its answer. */
export const checkInThread: CheckWhole = (setting) => {
  const { database, knownBreaks, templates, kept } = setting
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./check-thread.ts', import.meta.url), { type: 'module' })
    const tell = (message: ToChecker) => {
      worker.postMessage(message)
    }
    let last = -Infinity
    const onSign = ({ timeStamp }: Event) => {
      if (timeStamp - last < OFTEN) return
      last = timeStamp
      tell({ tell: 'busy' })
    }
    const listening = { capture: true, passive: true }
    for (const sign of signs) window.addEventListener(sign, onSign, listening)
    const end = (isWhole: boolean | Promise<boolean>) => {
      for (const sign of signs) window.removeEventListener(sign, onSign, listening)
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
