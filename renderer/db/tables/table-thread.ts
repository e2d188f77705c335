import { browserClock, browserRandom } from '../../platform'
import { WorkingDb } from '../schema'
import type { FromTables, OpenTables, ToTables } from './messages'
import { TableEngine } from './table-engine'

/** The thread beside the window that holds a table of ten thousand lines and plans what becomes of it. */
const scope = globalThis as unknown as {
  postMessage: (message: FromTables) => void
  onmessage: ((event: MessageEvent<OpenTables | ToTables>) => void) | null
}

let engine: TableEngine | null = null
let last: Promise<unknown> = Promise.resolve()

scope.onmessage = ({ data }) => {
  if ('database' in data) {
    engine = new TableEngine(new WorkingDb(data.database), browserClock, browserRandom)
    return
  }
  // One after another: a plan is made of all rows that were handed over before.
  last = last.then(() => answer(data))
}

async function answer({ id, ask, input }: ToTables): Promise<void> {
  try {
    scope.postMessage({ id, value: await engine?.answer(ask, input) })
  } catch (error) {
    scope.postMessage({ id, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
