import { parentPort, workerData } from 'node:worker_threads'
import { pdfmakeForm } from './pdfmake-form'
import type { PlainFace, PlainSheet } from './plain-sheet'

const fonts = workerData as Readonly<Record<PlainFace, string>>

parentPort?.on('message', (sheet: PlainSheet) => {
  void pdfmakeForm([sheet], fonts).then((bytes) => parentPort?.postMessage(bytes))
})
