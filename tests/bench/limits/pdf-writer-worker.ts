import { parentPort, workerData } from 'node:worker_threads'
import type { PlainFace, PlainSheet } from '../peers/plain-sheet'
import { writePdf } from './pdf-writer'
import { rawFonts } from './raw-font'

const fonts = rawFonts(workerData as Readonly<Record<PlainFace, string>>)

parentPort?.on('message', (sheet: PlainSheet) => {
  parentPort?.postMessage(writePdf([sheet], fonts))
})
