import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { parentPort, workerData, type Transferable } from 'node:worker_threads'
import { assertNever } from '../../../shared/kernel/assert-never'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { diskTeamFolder } from './disk-team-folder'
import { syncCalls } from './sync-disk-calls'
import type { CarrierFailure } from './team-folder'
import { watchTeamFolder } from './watch-team-folder'
import type { ThreadAnswer, ThreadCall, ThreadTask, ThreadValue } from './thread-messages'

/** Entry of the thread that works on a team folder, a bundle of its own. It may hang: `guardedTeamFolder` minds it. */
const { root, device, watch } = workerData as ThreadTask

/** Milliseconds between two words that a long call goes on. */
const ALIVE_EVERY = 1_000
let told = 0

const tell = (answer: ThreadAnswer, transfer: readonly Transferable[] = []): void =>
  parentPort?.postMessage(answer, transfer)

const folder = diskTeamFolder({
  root,
  device,
  random: (length) => new Uint8Array(randomBytes(length)),
  calls: syncCalls((size) => {
    const now = performance.now()
    if (size === 0 && now - told < ALIVE_EVERY) return
    told = now
    tell({ answer: 'alive', size })
  }),
})

/** Marks that cloud drives leave begin with a point: a folder of thousands of other names is not carried over. */
function hiddenNames(path: string): Promise<Result<readonly string[], CarrierFailure>> {
  try {
    return Promise.resolve(ok(readdirSync(path).filter((name) => name.startsWith('.'))))
  } catch {
    return Promise.resolve(err({ type: 'NotFound' }))
  }
}

function done(asked: ThreadCall): Promise<Result<ThreadValue, CarrierFailure>> {
  switch (asked.call) {
    case 'list':
      return folder.list(asked.path)
    case 'read':
      return folder.read(asked.path, asked.most)
    case 'putNew':
      return folder.putNew(asked.path, asked.bytes)
    case 'putAgain':
      return folder.putAgain(asked.path, asked.bytes)
    case 'removeOwn':
      return folder.removeOwn(asked.path)
    case 'hiddenNames':
      return hiddenNames(asked.path)
    default:
      return assertNever(asked)
  }
}

let isWatching = false

/** Here and not in the main thread, since beginning to watch a share that is dead hangs like any other call. */
function watchOnceSeen(asked: ThreadCall, result: Result<ThreadValue, CarrierFailure>): void {
  if (!watch || isWatching || asked.call !== 'list' || asked.path !== '' || !result.ok) return
  isWatching = true
  watchTeamFolder({
    root,
    onHint: () => {
      tell({ answer: 'hint' })
    },
  })
}

parentPort?.on('message', (asked: ThreadCall) => {
  done(asked).then(
    (result) => {
      const value = result.ok ? result.value : null
      const bytes = value instanceof Uint8Array ? value.buffer : null
      tell({ answer: 'result', result }, bytes instanceof ArrayBuffer ? [bytes] : [])
      watchOnceSeen(asked, result)
    },
    (error: unknown) => {
      tell({ answer: 'bug', message: String(error) })
    },
  )
})
