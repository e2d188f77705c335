import { fork } from 'node:child_process'
import type { SourceFile } from '../../shared/import/cell'
import type { SourceRefusal } from '../../shared/import/refusal'
import { err, ok, type Result } from '../../shared/kernel/result'
import { collector } from './collect'
import { READ_LIMITS, type ReadLimits } from './limits'
import type { ReaderJob, ReaderMessage } from './messages'
import { unpackRows } from './packed-rows'

/** A reading process, however it was started: Node's `fork` here, Electron's `utilityProcess` in the window's program. */
export interface ReaderProcess {
  readonly tell: (job: ReaderJob) => void
  readonly onMessage: (take: (message: ReaderMessage) => void) => void
  /** Told once when it has ended. */
  readonly onEnd: (take: (reason: string) => void) => void
  readonly kill: () => void
}

/** Starts the bundled `node/import/process.ts`. `heapMb`: what its own objects may take. */
export type StartReader = (file: string, heapMb: number) => ReaderProcess

export interface ReadOptions {
  /** The bundled `node/import/process.ts`. */
  readonly readerFile: string
  readonly limits?: ReadLimits
  readonly start?: StartReader
  /** Ends the reading with Cancelled. */
  readonly signal?: AbortSignal
  /** Rows read so far. */
  readonly progress?: (rows: number) => void
}

/**
 * Reads a file of tables, by its path or its bytes, in a process of its own. Never rejects: a file that is stuck, takes too much or makes its reader
 * die is an answer, too.
 */
export function readFileOfTables(
  source: string | Uint8Array,
  { readerFile, limits = READ_LIMITS, start = forked, signal, progress }: ReadOptions,
): Promise<Result<SourceFile, SourceRefusal>> {
  return new Promise((answer) => {
    const reader = start(readerFile, limits.heapMb)
    const collected = collector()
    let rows = 0
    let ended = false
    const finish = (result: Result<SourceFile, SourceRefusal>) => {
      if (ended) return
      ended = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      reader.kill()
      answer(result)
    }
    const stuck = () => {
      finish(err({ type: 'TookTooLong', seconds: Math.round(limits.stageMs / 1000) }))
    }
    const cancel = () => {
      finish(err({ type: 'Cancelled' }))
    }
    let timer = setTimeout(stuck, limits.stageMs)
    reader.onMessage((message) => {
      if (ended) return
      clearTimeout(timer)
      timer = setTimeout(stuck, limits.stageMs)
      if (message.event === 'done') {
        finish(message.result.ok ? ok(collected.file()) : message.result)
      } else if (message.event === 'packed') {
        const read = unpackRows(message.rows)
        collected.take({ event: 'rows', rows: read })
        progress?.((rows += read.length))
      } else if (message.event !== 'alive') collected.take(message)
    })
    reader.onEnd((reason) => {
      finish(err(isOutOfMemory(reason) ? { type: 'TooMuchMemory' } : { type: 'ReaderFailed', reason }))
    })
    if (signal?.aborted === true) cancel()
    else {
      signal?.addEventListener('abort', cancel)
      reader.tell({ source, limits })
    }
  })
}

/** V8 ends a process that has used up its heap by SIGABRT, or with 134 where a shell or Electron says it. */
const isOutOfMemory = (reason: string): boolean => reason === 'SIGABRT' || reason === '134'

/** A reader started by Node. */
const forked: StartReader = (file, heapMb) => {
  const child = fork(file, [], {
    execArgv: [`--max-old-space-size=${String(heapMb)}`, '--max-semi-space-size=8'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return {
    tell: (job) => {
      child.send(job, () => undefined)
    },
    onMessage: (take) => {
      child.on('message', (message) => {
        take(message as ReaderMessage)
      })
    },
    onEnd: (take) => {
      child.on('error', (error) => {
        take(error.message)
      })
      child.on('exit', (code, signal) => {
        take(signal ?? String(code))
      })
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}
