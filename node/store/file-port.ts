import type { Result } from '../../shared/kernel/result'
import type { FileFailure } from '../../shared/ipc/contract'

/** What a file operation answers. */
export type FileResult<T> = Promise<Result<T, FileFailure>>

export interface DirEntry {
  readonly name: string
  /** other: links, devices and whatever else is not read. */
  readonly kind: 'file' | 'dir' | 'other'
}

export interface FileStat {
  readonly kind: 'file' | 'dir' | 'other'
  /** Length in bytes. */
  readonly size: number
}

/** private: only this account of the computer may read it (mode 0600), for keys. Otherwise as the folder has it. */
export type FileAccess = 'usual' | 'private'

/** A file open for writing at its end. */
export interface AppendHandle {
  /** Length of the file in bytes, as it is on the disk now. */
  readonly size: () => FileResult<number>
  /** Writes all bytes at the end, or fails having written any part of them. They last only once flushed. */
  readonly append: (bytes: Uint8Array) => FileResult<null>
  /** Returns when everything written so far would outlive a loss of power. */
  readonly flush: () => FileResult<null>
  readonly close: () => FileResult<null>
}

/**
 * All access to the data folder goes through this one port. Paths are absolute. No operation throws; every one that
 * changes something may have done so in part when it fails. A name in a folder lasts only once `flushDir` has returned.
 */
export interface FilePort {
  readonly list: (dir: string) => FileResult<readonly DirEntry[]>
  readonly stat: (path: string) => FileResult<FileStat>
  readonly read: (path: string) => FileResult<Uint8Array>
  /** At most `length` bytes from `offset`; fewer at the end of the file. */
  readonly readRange: (path: string, offset: number, length: number) => FileResult<Uint8Array>
  /** Makes a new file; `Exists` when the name is taken. */
  readonly createNew: (path: string, access?: FileAccess) => FileResult<AppendHandle>
  readonly openAppend: (path: string) => FileResult<AppendHandle>
  /** Gives a file another name in one step; a file of that name is replaced. */
  readonly rename: (from: string, to: string) => FileResult<null>
  /** Only for temporary files of our own, drafts that were saved, and a backup that failed. */
  readonly remove: (path: string) => FileResult<null>
  /** Makes the folder and those above it; fine when it is there. */
  readonly makeDir: (path: string) => FileResult<null>
  readonly flushDir: (path: string) => FileResult<null>
}
