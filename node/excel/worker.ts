import { parentPort, workerData, type Transferable } from 'node:worker_threads'
import type { ExcelTask } from './messages'
import { formsWorkbook } from './forms-workbook'

/** Entry of the thread that writes one workbook, a bundle of its own. */
const { sheets, now } = workerData as ExcelTask

void formsWorkbook(sheets, now).then((result) => {
  const transfer: Transferable[] = []
  if (result.ok && result.value.buffer instanceof ArrayBuffer) transfer.push(result.value.buffer)
  parentPort?.postMessage(result, transfer)
})
