import { browserClock, browserRandom } from '../../platform'
import { WorkingDb } from '../schema'
import type { FromTables, OpenTables, TableQuestion, TableQuestions, ToTables } from './messages'
import { TableEngine } from './table-engine'

/** Where a table is held while it is taken over: a thread in the program, this thread in tests. */
export interface TablesPort {
  /** Answered one after another. Rejects when the thread has broken down. */
  readonly ask: <N extends TableQuestion>(
    name: N,
    input: TableQuestions[N]['in'],
  ) => Promise<TableQuestions[N]['out']>
  /** Forgets everything. */
  readonly close: () => void
}

export type OpenTablesPort = (database: string) => TablesPort

/** In this thread. */
export const tablesHere: OpenTablesPort = (database) => {
  const db = new WorkingDb(database)
  const engine = new TableEngine(db, browserClock, browserRandom)
  return {
    ask: async (name, input) => engine.answer(name, input),
    close: () => {
      db.close()
    },
  }
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

/** In a thread of its own, which is there as long as the table is. */
export const tablesThread: OpenTablesPort = (database) => {
  const worker = new Worker(new URL('./table-thread.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let broken: Error | null = null
  const tell = (message: OpenTables | ToTables) => {
    worker.postMessage(message)
  }
  const breakDown = (reason: string) => {
    broken ??= new Error(reason)
    for (const { reject } of waiting.values()) reject(broken)
    waiting.clear()
  }
  worker.onmessage = ({ data }: MessageEvent<FromTables>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('crash' in data) asked?.reject(new Error(data.crash))
    else asked?.resolve(data.value as never)
  }
  worker.onerror = (event) => {
    breakDown(event.message)
  }
  tell({ database })
  return {
    ask: (ask, input) =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken)
          return
        }
        const id = (lastId += 1)
        waiting.set(id, { resolve, reject })
        tell({ id, ask, input } as ToTables)
      }),
    close: () => {
      worker.terminate()
      breakDown('closed')
    },
  }
}
