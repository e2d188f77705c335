import type { ListRow } from '../../../shared/search/list-row'
import type { Stand } from './line-blocks'
import { filesInMemory } from './image-file'
import { ListEngine } from './list-engine'
import { loadLines } from './load-lines'
import { threadQuestions } from '../thread-questions'
import type { FormNames, FromThread, QuestionName, Questions, ToThread } from './questions'

/** Where the lists are kept: a thread in the program, this thread in tests. */
export interface ListsPort {
  /** When the stored lines have been read, or could not be. */
  readonly settled: Promise<void>
  readonly put: (rows: readonly ListRow[]) => void
  /**
   * A way by which another thread puts lines, past the window: as they are, or as they are stored. Null: there is none, and `put` is.
   * `handed` is told of how many have gone by the last one that was opened.
   */
  readonly openWay: () => MessagePort | null
  readonly handed: (lines: number) => void
  /** Hears that lines came that way, or that all stored ones were read. */
  readonly onHeard: (heard: () => void) => void
  /** Reads the stored lines once more, for one that writes them broke down and may not have told all: what is asked waits for it. */
  readonly readAnew: () => void
  /** Answered when all stored lines have been read. Rejects when they cannot be read. */
  readonly ask: <N extends QuestionName>(name: N, input: Questions[N]['in']) => Promise<Questions[N]['out']>
  readonly close: () => void
}

/**
 * Says how the working copy stands, at a moment in which everything that was applied was put and nothing is being applied: what it
 * is handed to is called before anything else is put. Null: it cannot be said now.
 */
export type SayStand = (hear: (stand: Stand | null) => void) => void

export type OpenLists = (database: string, names: FormNames, sayStand: SayStand) => ListsPort

/** In this thread; nothing is kept for a later start. */
export const listsHere: OpenLists = (database, names) => {
  let engine = new ListEngine(names)
  let loaded = loadLines(database, engine, filesInMemory())
  let hear: () => void = () => undefined
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
    onHeard: (heard) => {
      hear = heard
    },
    readAnew: () => {
      engine = new ListEngine(names)
      loaded = loadLines(database, engine, filesInMemory())
      loaded.then(hear, () => undefined)
    },
    ask: async (name, input) => {
      await loaded
      return engine.answer(name, input)
    },
    close: () => undefined,
  }
}

/** In a thread of its own. */
export const listsThread: OpenLists = (database, names, sayStand) => {
  const worker = new Worker(new URL('./lists-thread.ts', import.meta.url), { type: 'module' })
  const questions = threadQuestions()
  /** Lines that were handed over by each way. */
  const handed: number[] = []
  let hear: () => void = () => undefined
  let settle: () => void = () => undefined
  const settled = new Promise<void>((resolve) => {
    settle = resolve
  })
  const tell = (message: ToThread) => {
    worker.postMessage(message)
  }
  const breakDown = (reason: string) => {
    settle()
    questions.breakDown(reason)
  }
  worker.onmessage = ({ data }: MessageEvent<FromThread>) => {
    switch (data.tell) {
      case 'loaded':
        settle()
        hear()
        return
      case 'heard':
        hear()
        return
      case 'lacking':
        sayStand((stand) => {
          tell({ tell: 'stand', stand, behind: [...handed] })
        })
        return
      case 'failed':
        breakDown(data.reason)
        return
      case 'answer':
        questions.answer(data.id, data.value)
        return
      case 'crash':
        questions.refuse(data.id, data.reason)
        return
    }
  }
  worker.onerror = (event) => {
    breakDown(event.message)
  }
  const open = () => {
    tell({ tell: 'open', database, names })
  }
  open()
  return {
    settled,
    put: (rows) => {
      tell({ tell: 'put', rows, behind: [...handed] })
    },
    readAnew: open,
    openWay: () => {
      const { port1, port2 } = new MessageChannel()
      const no = handed.push(0) - 1
      worker.postMessage({ tell: 'listen', way: port1, no } satisfies ToThread, [port1])
      return port2
    },
    handed: (lines) => {
      const no = handed.length - 1
      handed[no] = (handed[no] ?? 0) + lines
    },
    onHeard: (heard) => {
      hear = heard
    },
    ask: (name, input) =>
      questions.ask((id) => {
        tell({ tell: 'ask', id, name, input })
      }),
    close: () => {
      worker.terminate()
    },
  }
}
