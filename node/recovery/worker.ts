import { parentPort, workerData } from 'node:worker_threads'
import { listWorkbook } from '../excel'
import { nodeFiles } from '../store'
import type { RecoveryMessage, RecoveryTask } from './messages'
import { rescueFolder } from './rescue'
import { surveyFolder } from './survey'

/** Entry of the thread that reads a whole data folder, a bundle of its own. Any message asks it to stop. */
const task = workerData as RecoveryTask
const stop = new AbortController()
parentPort?.once('message', () => {
  stop.abort()
})
const tell = (message: RecoveryMessage): void => {
  parentPort?.postMessage(message)
}
const common = {
  files: nodeFiles(),
  folder: task.folder,
  signal: stop.signal,
  progress: (done: number, total: number) => {
    tell({ is: 'progress', done, total })
  },
}
const work =
  task.task === 'survey'
    ? surveyFolder(common)
    : rescueFolder({ ...common, ...task, writeList: (list) => listWorkbook(list, task.now) })
void work.then((answer) => {
  tell({ is: 'answer', answer })
  parentPort?.close()
})
