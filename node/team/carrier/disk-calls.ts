import { lstat, link, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** The calls that the team folder on a disk makes, so that tests can let each of them fail. */
export interface DiskCalls {
  readonly readdir: (path: string) => Promise<readonly string[]>
  readonly lstat: (path: string) => Promise<DiskStat>
  readonly stat: (path: string) => Promise<DiskStat>
  readonly open: (path: string, flags: string | number) => Promise<DiskHandle>
  readonly mkdir: (path: string) => Promise<unknown>
  readonly link: (from: string, to: string) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly unlink: (path: string) => Promise<void>
  /** Milliseconds. */
  readonly pause: (ms: number) => Promise<unknown>
}

export interface DiskStat {
  readonly size: number
  readonly dev: number
  readonly ino: number
  isFile(): boolean
  isDirectory(): boolean
}

export interface DiskHandle {
  read(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>
  write(buffer: Uint8Array, offset: number, length: number): Promise<{ readonly bytesWritten: number }>
  stat(): Promise<DiskStat>
  sync(): Promise<void>
  close(): Promise<void>
}

/** Node prefixes absolute paths on Windows with \\?\ itself, so that they may be longer than 260 characters. */
export const nodeCalls: DiskCalls = {
  readdir: (path) => readdir(path),
  lstat: (path) => lstat(path),
  stat: (path) => stat(path),
  open: (path, flags) => open(path, flags),
  mkdir: (path) => mkdir(path),
  link: (from, to) => link(from, to),
  rename: (from, to) => rename(from, to),
  unlink: (path) => unlink(path),
  pause: (ms) => sleep(ms),
}
