import { parentPort, workerData } from 'node:worker_threads'
import type { PrintFailure } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'
import { loadFonts, type PdfFonts } from './fonts'
import type { DoneMessage, JobMessage, WorkerSettings } from './messages'
import { renderJob } from './render-job'
import { serveRun } from './run/serve-run'
import { transferable } from './transferable'

/** Entry of the printing worker, a bundle of its own: reads and parses the fonts once, then paints job after job, or one run. */
const { fontsDir, mark, run } = workerData as WorkerSettings
let fonts: PdfFonts | null = null

const load = (): Result<PdfFonts, PrintFailure> => loadFonts(fontsDir, mark)

async function work({ id, job, now }: JobMessage): Promise<DoneMessage> {
  if (!fonts) {
    // Tried again for every job until it works: a missing font may be put back while the program runs.
    const loaded = load()
    if (!loaded.ok) return { id, result: loaded }
    fonts = loaded.value
  }
  return { id, result: await renderJob(job, fonts, now) }
}

if (parentPort && run) serveRun(parentPort, run, load())
else
  parentPort?.on('message', (message: JobMessage) => {
    void work(message).then((done) => {
      parentPort?.postMessage(done, done.result.ok ? transferable(done.result.value.bytes) : [])
    })
  })
