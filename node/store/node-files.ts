import { constants } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, stat, unlink, type FileHandle } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FileFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { AppendHandle, DirEntry, FilePort, FileResult, FileStat } from './file-port'

/** The file system of this computer. */
export const nodeFiles = (): FilePort => ({
  list: (dir) => attempt(dir, async () => (await readdir(dir, { withFileTypes: true })).map(entryOf)),
  stat: (path) => attempt(path, async () => statOf(await stat(path))),
  read: (path) => attempt(path, async () => new Uint8Array(await readFile(path))),
  readRange: (path, offset, length) => attempt(path, () => readRange(path, offset, length)),
  createNew: (path, access = 'usual') =>
    attempt(path, async () => handleOf(path, await open(path, 'ax', access === 'private' ? 0o600 : 0o666))),
  openAppend: (path) => {
    const flags = constants.O_WRONLY | constants.O_APPEND
    return attempt(path, async () => handleOf(path, await open(path, flags)))
  },
  rename: (from, to) => done(to, () => retried(() => rename(from, to))),
  remove: (path) => done(path, () => retried(() => unlink(path))),
  makeDir: (path) => done(path, () => mkdir(path, { recursive: true })),
  flushDir: (path) => done(path, () => flushDir(path)),
})

function entryOf(entry: { name: string; isFile(): boolean; isDirectory(): boolean }): DirEntry {
  return { name: entry.name, kind: kindOf(entry) }
}

const kindOf = (entry: { isFile(): boolean; isDirectory(): boolean }): DirEntry['kind'] =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'dir' : 'other'

const statOf = (stats: { size: number; isFile(): boolean; isDirectory(): boolean }): FileStat => ({
  kind: kindOf(stats),
  size: stats.size,
})

async function readRange(path: string, offset: number, length: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const bytes = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  } finally {
    await file.close()
  }
}

const handleOf = (path: string, file: FileHandle): AppendHandle => ({
  size: () => attempt(path, async () => (await file.stat()).size),
  append: (bytes) => done(path, () => writeAll(file, bytes)),
  flush: () => done(path, () => file.datasync()),
  close: () => done(path, () => file.close()),
})

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written)
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'ENOSPC' })
    written += bytesWritten
  }
}

/** Windows keeps no separate entries to flush and some file systems refuse: then the rename itself is all there is. */
async function flushDir(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const dir = await open(path, 'r')
  try {
    await dir.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error))) throw error
  } finally {
    await dir.close()
  }
}

/** Virus scanners and cloud drives hold a file for a moment after it was written: tried again for half a second. */
async function retried(action: () => Promise<void>): Promise<void> {
  for (let attempts = 0; ; attempts++) {
    try {
      await action()
      return
    } catch (error) {
      const passing = process.platform === 'win32' && ['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error))
      if (!passing || attempts === 9) throw error
      await sleep(50)
    }
  }
}

async function attempt<T>(path: string, action: () => Promise<T>): Promise<Result<T, FileFailure>> {
  try {
    return ok(await action())
  } catch (error) {
    return err(failureOf(path, codeOf(error)))
  }
}

async function done(path: string, action: () => Promise<unknown>): FileResult<null> {
  const result = await attempt(path, action)
  return result.ok ? ok(null) : result
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'

/** The typed failure for a code of errno(3). */
export function failureOf(path: string, code: string): FileFailure {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return { type: 'DiskFull', path }
    case 'EACCES':
    case 'EPERM':
      return { type: 'NotWritable', path }
    case 'EROFS':
      return { type: 'ReadOnly', path }
    case 'ENOENT':
    case 'ENOTDIR':
      return { type: 'NotFound', path }
    case 'EEXIST':
      return { type: 'Exists', path }
    case 'EBUSY':
    case 'EMFILE':
    case 'ENFILE':
      return { type: 'Busy', path }
    default:
      return { type: 'Io', path, code }
  }
}
