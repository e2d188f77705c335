import { browserClock, browserRandom } from '../../platform'
import { WorkingDb } from '../schema'
import { threadQuestions } from '../thread-questions'
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

/** In a thread of its own, which is there as long as the table is. */
export const tablesThread: OpenTablesPort = (database) => {
  const worker = new Worker(new URL('./table-thread.ts', import.meta.url), { type: 'module' })
  const questions = threadQuestions()
  const tell = (message: OpenTables | ToTables) => {
    worker.postMessage(message)
  }
  worker.onmessage = ({ data }: MessageEvent<FromTables>) => {
    if ('crash' in data) questions.refuse(data.id, data.crash)
    else questions.answer(data.id, data.value)
  }
  worker.onerror = (event) => {
    questions.breakDown(event.message)
  }
  tell({ database })
  return {
    ask: (ask, input) =>
      questions.ask((id) => {
        tell({ id, ask, input } as ToTables)
      }),
    close: () => {
      worker.terminate()
      questions.breakDown('closed')
    },
  }
}
