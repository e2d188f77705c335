import type { ReaderJob, ReaderMessage } from './messages'
import { packRows } from './packed-rows'
import { readSource, type ReadEvent } from './read-source'

/**
 * Entry of the process that reads one file of somebody else's making, a bundle of its own. It is told the file once, hands
 * over what it reads, and ends. Started by Node (`fork`) or by Electron (`utilityProcess`), which talk in their own ways.
 */
interface ElectronPort {
  readonly on: (event: 'message', listener: (message: { readonly data: unknown }) => void) => void
  readonly postMessage: (message: unknown) => void
}

const port = (process as unknown as { readonly parentPort?: ElectronPort }).parentPort

/** Milliseconds between two signs of life. */
const ALIVE = 500

let waiting = 0
let idle: (() => void) | null = null
let told = 0

function send(message: ReaderMessage): void {
  told = performance.now()
  if (port) {
    port.postMessage(message)
    return
  }
  waiting++
  process.send?.(message, undefined, undefined, () => {
    if (--waiting === 0) idle?.()
  })
}

/** Waits until everything is handed over, so that no more than a few pieces are in memory. */
async function breathe(): Promise<void> {
  if (performance.now() - told > ALIVE) send({ event: 'alive' })
  if (waiting === 0) return
  await new Promise<void>((resolve) => {
    idle = resolve
  })
  idle = null
}

async function work({ source, limits }: ReaderJob): Promise<void> {
  const task =
    typeof source === 'string' ? source : Buffer.from(source.buffer, source.byteOffset, source.length)
  const emit = (event: ReadEvent) => {
    send(event.event === 'rows' ? { event: 'packed', rows: packRows(event.rows) } : event)
  }
  const result = await readSource({ source: task, limits, emit, breathe })
  send({ event: 'done', result })
  await breathe()
  if (process.connected) process.disconnect()
}

if (port) port.on('message', ({ data }) => void work(data as ReaderJob))
else process.once('message', (job) => void work(job as ReaderJob))
