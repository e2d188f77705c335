import { parentPort, workerData, type Transferable } from 'node:worker_threads'
import type { ExcelTask } from './messages'
import { formsWorkbook } from './forms-workbook'
import { listWorkbook } from './list-workbook'

/** Entry of the thread that writes one workbook, a bundle of its own. */
const { content, now } = workerData as ExcelTask
const written =
  content.content === 'forms' ? formsWorkbook(content.sheets, now) : listWorkbook(content.list, now)

void written.then((result) => {
  const transfer: Transferable[] = []
  if (result.ok && result.value.buffer instanceof ArrayBuffer) transfer.push(result.value.buffer)
  parentPort?.postMessage(result, transfer)
})
