import type { FileFailure } from '../../shared/ipc/contract'
import type { ReadBackupFailure } from '../../shared/ipc/restore'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { FilePort } from '../store/file-port'
import { MARK } from '../store/layout'
import { openArchive } from './archive'
import {
  BACKUP_LIST,
  BACKUP_SETTINGS,
  differences,
  isSafeName,
  listed,
  MAX_BACKUP_FILE,
  parseBackupList,
  type BackupList,
  type ListedFile,
} from './backup-list'
import { readZip, type ZipFile } from './unzip'

export interface ReadBackupOptions {
  readonly files: FilePort
  readonly archive: string
  /** Of an encrypted one. */
  readonly secret?: Uint8Array | null
  /** Bytes of the archive done, of how many. */
  readonly progress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** A backup of which every file is what its list says. */
export interface WholeBackup {
  readonly list: BackupList
  /** The bytes of the data folder's mark. */
  readonly mark: Uint8Array
  /** All that it holds but its list. */
  readonly found: readonly ListedFile[]
  /** The settings that it brings along. */
  readonly settings: Uint8Array | null
  /** Bytes of the archive. */
  readonly bytes: number
}

/** Reads a backup from front to back; `take` gets each file of the data folder before the whole has proved itself. [ST28] */
export async function readBackup(
  { files, archive, secret = null, progress, signal }: ReadBackupOptions,
  take: (file: ZipFile) => Promise<Result<null, FileFailure>>,
): Promise<Result<WholeBackup, ReadBackupFailure>> {
  const source = await openArchive(files, archive, secret)
  if (!source.ok) return source
  const found: ListedFile[] = []
  const seen: { [name: string]: Uint8Array | undefined } = {}
  const read = await readZip<FileFailure>({
    source: source.value,
    maxFile: MAX_BACKUP_FILE,
    take: async (file) => {
      const { name, content } = file
      if (name === MARK || name === BACKUP_LIST || name === BACKUP_SETTINGS) seen[name] = content
      if (name === BACKUP_LIST) return ok(null)
      if (!isSafeName(name))
        return err({ type: 'BadFile', path: archive, reason: `里面有不安全的文件名 ${name.slice(0, 80)}` })
      found.push(listed(name, content))
      return name === BACKUP_SETTINGS ? ok(null) : take(file)
    },
    progress,
    signal,
  })
  if (!read.ok) return read
  const list = seen[BACKUP_LIST] === undefined ? null : parseBackupList(seen[BACKUP_LIST])
  const mark = seen[MARK] ?? null
  const bad = (reason: string) => err<ReadBackupFailure>({ type: 'VerifyFailed', path: archive, reason })
  if (list === null) return bad('这不是知客的备份，或者备份不完整')
  if (mark === null) return bad('备份里没有数据目录的标志文件')
  const [first, ...others] = differences(list.files, found)
  if (first !== undefined) return bad(`有 ${others.length + 1} 个文件与备份时不一致，例如 ${first}`)
  return ok({ list, mark, found, settings: seen[BACKUP_SETTINGS] ?? null, bytes: source.value.size })
}
