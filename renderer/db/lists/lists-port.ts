import type { ListRow } from '../../../shared/search/list-row'
import type { Stand } from './line-blocks'
import { filesInMemory } from './image-file'
import { ListEngine } from './list-engine'
import { loadLines } from './load-lines'
import type { FormNames, FromThread, QuestionName, Questions, ToThread } from './questions'

/** Where the lists are kept: a thread in the program, this thread in tests. */
export interface ListsPort {
  /** When the stored lines have been read, or could not be. */
  readonly settled: Promise<void>
  readonly put: (rows: readonly ListRow[]) => void
  /**
   * A way by which another thread puts lines, past the window: as they are, or as they are stored. Null: there is none, and `put` is.
   * `handed` is told of how many have gone that way.
   */
  readonly openWay: () => MessagePort | null
  readonly handed: (lines: number) => void
  /** Hears that lines came that way. */
  readonly onHeard: (heard: () => void) => void
  /** Answered when all stored lines have been read. Rejects when they cannot be read. */
  readonly ask: <N extends QuestionName>(name: N, input: Questions[N]['in']) => Promise<Questions[N]['out']>
  readonly close: () => void
}

/**
 * Says how the working copy stands, at a moment in which everything that was applied was put and nothing is being applied: what it
 * is handed to is called before anything else is put.
 */
export type SayStand = (hear: (stand: Stand) => void) => void

export type OpenLists = (database: string, names: FormNames, sayStand: SayStand) => ListsPort

/** In this thread; nothing is kept for a later start. */
export const listsHere: OpenLists = (database, names) => {
  const engine = new ListEngine(names)
  const loaded = loadLines(database, engine, filesInMemory())
  return {
    settled: loaded.then(
      () => undefined,
      () => undefined,
    ),
    put: (rows) => {
      engine.put(rows)
    },
    openWay: () => null,
    handed: () => undefined,
    onHeard: () => undefined,
    ask: async (name, input) => {
      await loaded
      return engine.answer(name, input)
    },
    close: () => undefined,
  }
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/** In a thread of its own. */
export const listsThread: OpenLists = (database, names, sayStand) => {
  const worker = new Worker(new URL('./lists-thread.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let handedInAll = 0
  let hear: () => void = () => undefined
  let settle: () => void = () => undefined
  const settled = new Promise<void>((resolve) => {
    settle = resolve
  })
  let broken: Error | null = null
  const tell = (message: ToThread) => {
    worker.postMessage(message)
  }
  const breakDown = (reason: string) => {
    broken = new Error(reason)
    settle()
    for (const { reject } of waiting.values()) reject(broken)
    waiting.clear()
  }
  worker.onmessage = ({ data }: MessageEvent<FromThread>) => {
    if (data.tell === 'loaded') settle()
    if (data.tell === 'heard') hear()
    if (data.tell === 'lacking') {
      sayStand((stand) => {
        tell({ tell: 'stand', stand, behind: handedInAll })
      })
    }
    if (data.tell === 'failed') breakDown(data.reason)
    if (data.tell !== 'answer' && data.tell !== 'crash') return
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.tell === 'answer') asked?.resolve(data.value as never)
    else asked?.reject(new Error(data.reason))
  }
  worker.onerror = (event) => {
    breakDown(event.message)
  }
  tell({ tell: 'open', database, names })
  return {
    settled,
    put: (rows) => {
      tell({ tell: 'put', rows, behind: handedInAll })
    },
    openWay: () => {
      const { port1, port2 } = new MessageChannel()
      worker.postMessage({ tell: 'listen', way: port1 } satisfies ToThread, [port1])
      return port2
    },
    handed: (lines) => {
      handedInAll += lines
    },
    onHeard: (heard) => {
      hear = heard
    },
    ask: (name, input) =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken)
          return
        }
        const id = (lastId += 1)
        waiting.set(id, { resolve, reject })
        tell({ tell: 'ask', id, name, input })
      }),
    close: () => {
      worker.terminate()
    },
  }
}
