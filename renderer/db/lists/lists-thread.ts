import type { ListRow } from '../../../shared/search/list-row'
import { lineAsRead } from '../packing'
import { browserFiles } from './image-file'
import { InTurn } from './in-turn'
import type { Stand } from './line-blocks'
import type { FromThread, QuestionName, ToThread } from './questions'
import { ListEngine } from './list-engine'
import { IMAGE_SIZES, keepLines, loadLines } from './load-lines'
import { ownTasks, takeTurns } from './turns'

/** The thread beside the window: typing and scrolling never wait for sorting and searching. */
const scope = globalThis as unknown as {
  postMessage: (message: FromThread) => void
  onmessage: ((event: MessageEvent<ToThread>) => void) | null
}

/** Milliseconds in which nothing was asked or put: then there is time for what makes the next start quicker. */
const QUIET = 10_000

let engine = new ListEngine({})
let database = ''
let loaded: Promise<unknown> = Promise.resolve()
/** Lines that the kept image lacks; while the stored ones are read nothing is kept. */
let lacking = 0
let loading = true
let waiting: ReturnType<typeof setTimeout> | undefined
let keeping = false
/** Whether nothing was asked or put since the window was asked how the working copy stands. */
let isQuiet = false
/** What the window puts and says stands behind lines that come past it. */
const inTurn = new InTurn()

/** What a person types. */
const TYPED: ReadonlySet<QuestionName> = new Set(['find', 'findRecords', 'findCustomers'])

const ask = takeTurns<Extract<ToThread, { tell: 'ask' }>>({
  answer,
  isUrgent: ({ name }) => TYPED.has(name),
  nextTask: ownTasks(),
})

scope.onmessage = ({ data }) => {
  switch (data.tell) {
    case 'open':
      open(data)
      return
    case 'put':
      inTurn.behind(data.behind, () => {
        take(data.rows)
      })
      return
    case 'ask':
      void loaded.then(() => {
        ask(data)
      })
      keepWhenQuiet()
      return
    case 'listen':
      data.way.onmessage = ({ data: rows }: MessageEvent<readonly ListRow[]>) => {
        hear(data.no, rows)
      }
      return
    case 'stand':
      inTurn.behind(data.behind, () => {
        heardStand(data.stand)
      })
      return
  }
}

function take(rows: readonly ListRow[]): void {
  engine.put(rows)
  lacking += rows.length
  keepWhenQuiet()
}

/** Lines as the thread that applies has made them. */
function hear(way: number, rows: readonly ListRow[]): void {
  take(rows.map(lineAsRead))
  inTurn.hear(way, rows.length)
  scope.postMessage({ tell: 'heard' })
}

/** Copying everything takes its time: who has begun to type meanwhile is not held up by it. */
function heardStand(stand: Stand | null): void {
  if (stand !== null && isQuiet) {
    keep(stand)
    return
  }
  keeping = false
  keepWhenQuiet()
}

function keep(stand: Stand): void {
  keepLines(database, engine, browserFiles, stand)
    // Without an image the next start only takes longer.
    .catch(() => undefined)
    .finally(() => {
      keeping = false
    })
  lacking = 0
}

function open({ database: name, names }: Extract<ToThread, { tell: 'open' }>): void {
  database = name
  const begun = new ListEngine(names)
  engine = begun
  loading = true
  loaded = loadLines(name, begun, browserFiles).then(
    (since) => {
      // Read anew meanwhile: what was asked waits for that.
      if (engine !== begun) return loaded
      scope.postMessage({ tell: 'loaded' })
      loading = false
      lacking += since ?? begun.lines
      keepWhenQuiet()
      return undefined
    },
    (error: unknown) => {
      scope.postMessage({ tell: 'failed', reason: String(error) })
    },
  )
}

function keepWhenQuiet(): void {
  isQuiet = false
  clearTimeout(waiting)
  if (loading || keeping || lacking <= IMAGE_SIZES.many || engine.lines < IMAGE_SIZES.least) return
  waiting = setTimeout(() => {
    keeping = true
    isQuiet = true
    scope.postMessage({ tell: 'lacking' })
  }, QUIET)
}

function answer({ id, name, input }: Extract<ToThread, { tell: 'ask' }>): void {
  try {
    scope.postMessage({ tell: 'answer', id, value: engine.answer(name, input as never) })
  } catch (error) {
    scope.postMessage({ tell: 'crash', id, reason: String(error) })
  }
}
