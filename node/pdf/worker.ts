import { parentPort, workerData, type Transferable } from 'node:worker_threads'
import { loadFonts, type PdfFonts } from './fonts'
import type { DoneMessage, JobMessage, WorkerSettings } from './messages'
import { renderJob } from './render-job'

/** Entry of the printing worker, a bundle of its own: reads and parses the fonts once, then paints job after job. */
const { fontsDir } = workerData as WorkerSettings
let fonts: PdfFonts | null = null

async function work({ id, job, now }: JobMessage): Promise<DoneMessage> {
  if (!fonts) {
    // Tried again for every job until it works: a missing font may be put back while the program runs.
    const loaded = loadFonts(fontsDir)
    if (!loaded.ok) return { id, result: loaded }
    fonts = loaded.value
  }
  return { id, result: await renderJob(job, fonts, now) }
}

parentPort?.on('message', (message: JobMessage) => {
  void work(message).then((done) => {
    const transfer: Transferable[] = []
    if (done.result.ok && done.result.value.bytes.buffer instanceof ArrayBuffer) {
      transfer.push(done.result.value.bytes.buffer)
    }
    parentPort?.postMessage(done, transfer)
  })
})
