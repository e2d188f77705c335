import * as fs from 'node:fs'
import { nodeCalls, type DiskCalls, type DiskHandle } from './disk-calls'

/**
 * The calls made so that the thread itself waits for them. Node's other kind waits in a pool of four threads that the
 * whole program shares: four files that hang would stop every reading and writing, that of the data folder, too.
 * `done` is told after every call, with the size of a file that is about to be read.
 */
export function syncCalls(done: (size: number) => void): DiskCalls {
  const call = <T>(work: () => T, size: (value: T) => number = () => 0): Promise<T> =>
    new Promise((resolve) => {
      const value = work()
      done(size(value))
      resolve(value)
    })
  const handleOf = (file: number): DiskHandle => ({
    read: (buffer, offset, length, position) =>
      call(() => ({ bytesRead: fs.readSync(file, buffer, offset, length, position) })),
    write: (buffer, offset, length) =>
      call(() => ({ bytesWritten: fs.writeSync(file, buffer, offset, length) })),
    stat: () =>
      call(
        () => fs.fstatSync(file),
        (found) => found.size,
      ),
    sync: () => call(() => fs.fsyncSync(file)),
    close: () => call(() => fs.closeSync(file)),
  })
  return {
    readdir: (path) => call(() => fs.readdirSync(path)),
    lstat: (path) => call(() => fs.lstatSync(path)),
    stat: (path) => call(() => fs.statSync(path)),
    open: (path, flags) => call(() => handleOf(fs.openSync(path, flags))),
    mkdir: (path) => call(() => fs.mkdirSync(path)),
    link: (from, to) => call(() => fs.linkSync(from, to)),
    rename: (from, to) => call(() => fs.renameSync(from, to)),
    unlink: (path) => call(() => fs.unlinkSync(path)),
    pause: nodeCalls.pause,
  }
}
