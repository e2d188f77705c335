import type { FromThread, ToThread } from './questions'
import { ListEngine } from './list-engine'
import { listNames } from './list-names'
import { loadLines } from './load-lines'

/** The thread beside the window: typing and scrolling never wait for sorting and searching. */
const scope = globalThis as unknown as {
  postMessage: (message: FromThread) => void
  onmessage: ((event: MessageEvent<ToThread>) => void) | null
}

/** Milliseconds after the lists are ready: the window's first pages come before what makes the next start quicker. */
const LATER = 10_000

let engine: ListEngine | undefined
let loaded: Promise<unknown> = Promise.resolve()

scope.onmessage = ({ data }) => {
  switch (data.tell) {
    case 'open':
      engine = new ListEngine(listNames(data.names))
      loaded = loadLines(data.database, engine).then(
        ({ lines, keep }) => {
          scope.postMessage({ tell: 'loaded', lines })
          // Without them the next start only takes longer.
          setTimeout(() => void keep().catch(() => undefined), LATER)
        },
        (error: unknown) => {
          scope.postMessage({ tell: 'failed', reason: String(error) })
        },
      )
      return
    case 'put':
      engine?.put(data.rows)
      return
    case 'ask':
      void loaded.then(() => {
        answer(data)
      })
      return
  }
}

function answer({ id, name, input }: Extract<ToThread, { tell: 'ask' }>): void {
  try {
    scope.postMessage({ tell: 'answer', id, value: engine?.answer(name, input as never) })
  } catch (error) {
    scope.postMessage({ tell: 'crash', id, reason: String(error) })
  }
}
