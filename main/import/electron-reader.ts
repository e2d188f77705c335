import { utilityProcess } from 'electron'
import type { StartReader } from '../../node/import/reader'

/** A reading process started by Electron: a packaged program cannot be run as Node. */
export const startReader: StartReader = (file, heapMb) => {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'zhike-import-reader',
    execArgv: [`--max-old-space-size=${String(heapMb)}`, '--max-semi-space-size=8'],
    stdio: 'ignore',
  })
  return {
    tell: (job) => {
      child.postMessage(job)
    },
    onMessage: (take) => {
      child.on('message', take)
    },
    onEnd: (take) => {
      child.on('exit', (code) => {
        take(String(code))
      })
    },
    kill: () => {
      child.kill()
    },
  }
}
