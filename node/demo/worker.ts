import { parentPort, workerData } from 'node:worker_threads'
import { makeDemoFolder } from './make-demo'
import type { DemoMade, DemoTask } from './messages'

/** Entry of the thread that makes the demo data, a bundle of its own: only it needs every form with its sample. */
const tell = (message: DemoMade) => parentPort?.postMessage(message)

makeDemoFolder(workerData as DemoTask)
  .then(({ staff }) => tell({ made: true, staff }))
  .catch((error: unknown) =>
    tell({ made: false, reason: error instanceof Error ? error.message : String(error) }),
  )
