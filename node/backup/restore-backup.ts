import { dirname } from 'node:path'
import type { BackupFailure, FileFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import {
  BACKUP_LIST,
  differences,
  isSafeName,
  listed,
  MAX_BACKUP_FILE,
  parseBackupList,
  type BackupList,
  type ListedFile,
} from './backup-list'
import type { FilePort, FileResult } from '../store/file-port'
import { COMPUTERS, isSystemName, MARK, under } from '../store/layout'
import { readZip, type ZipFile } from './unzip'
import { writeFlushed, writeWhole } from '../store/write-file'

export interface RestoreBackupOptions {
  readonly files: FilePort
  readonly archive: string
  /** The new data folder: nothing may stand there. */
  readonly target: string
  /** Bytes of the archive done, of how many. */
  readonly progress?: (done: number, total: number) => void
}

/**
 * Unpacks a backup into a new, empty folder. It becomes a data folder (its mark is written) only when every file has
 * been read back and is what the backup's list says. Which computer was which writer is not restored: whoever opens it
 * writes under a new name, so that the history that went on elsewhere is never mixed up with this one.
 */
export async function restoreBackup(
  options: RestoreBackupOptions,
): Promise<Result<{ readonly files: number }, BackupFailure>> {
  const { files, target } = options
  const isEmpty = await isEmptyTree(files, target)
  if (!isEmpty.ok) return isEmpty
  if (!isEmpty.value) return err({ type: 'NotEmpty', path: target })
  const made = await files.makeDir(target)
  if (!made.ok) return made
  const written: string[] = []
  const restored = await unpack(options, written)
  if (!restored.ok) for (const path of written) await files.remove(path)
  return restored
}

async function isEmptyTree(files: FilePort, dir: string): FileResult<boolean> {
  const entries = await files.list(dir)
  if (!entries.ok) return entries.error.type === 'NotFound' ? ok(true) : entries
  for (const { name, kind } of entries.value) {
    if (isSystemName(name)) continue
    if (kind !== 'dir') return ok(false)
    const below = await isEmptyTree(files, under(dir, name))
    if (!below.ok || !below.value) return below
  }
  return ok(true)
}

async function unpack(
  { files, archive, target, progress }: RestoreBackupOptions,
  written: string[],
): Promise<Result<{ readonly files: number }, BackupFailure>> {
  const found: ListedFile[] = []
  const seen: { mark: Uint8Array | null; list: BackupList | null } = { mark: null, list: null }
  const dirs = new Set<string>()
  const take = async ({ name, content }: ZipFile): Promise<Result<null, FileFailure>> => {
    if (name === BACKUP_LIST) {
      seen.list = parseBackupList(content)
      return ok(null)
    }
    if (!isSafeName(name))
      return err({ type: 'BadFile', path: archive, reason: `里面有不安全的文件名 ${name.slice(0, 80)}` })
    found.push(listed(name, content))
    if (name === MARK) seen.mark = content
    if (name === MARK || name.startsWith(`${COMPUTERS}/`)) return ok(null)
    const path = under(target, name)
    const made = await files.makeDir(dirname(path))
    if (!made.ok) return made
    dirs.add(dirname(path))
    written.push(path)
    return writeFlushed(files, path, content)
  }
  const read = await readZip<FileFailure>(files, archive, MAX_BACKUP_FILE, take, progress)
  if (!read.ok) return read
  const { mark, list } = seen
  const reason = whatIsWrong(list, mark, found)
  if (reason !== null || mark === null)
    return err({ type: 'VerifyFailed', path: archive, reason: reason ?? '' })
  for (const dir of [...dirs, ...[...dirs].map(dirname), target, dirname(target)]) {
    const flushed = await files.flushDir(dir)
    if (!flushed.ok) return flushed
  }
  const compared = await compareWritten(files, target, found)
  if (!compared.ok) return compared
  const markPath = under(target, MARK)
  written.push(markPath)
  const marked = await writeWhole(files, markPath, mark)
  if (!marked.ok) return marked
  return ok({ files: found.length })
}

function whatIsWrong(
  list: BackupList | null,
  mark: Uint8Array | null,
  found: readonly ListedFile[],
): string | null {
  if (list === null) return '这不是知客的备份，或者备份不完整'
  if (mark === null) return '备份里没有数据目录的标志文件'
  const wrong = differences(list.files, found)
  return wrong.length === 0 ? null : `有 ${wrong.length} 个文件与备份时不一致，例如 ${wrong[0] ?? ''}`
}

/** Reads what was written from the disk again. */
async function compareWritten(
  files: FilePort,
  target: string,
  found: readonly ListedFile[],
): Promise<Result<null, BackupFailure>> {
  for (const file of found) {
    if (file.name === MARK || file.name.startsWith(`${COMPUTERS}/`)) continue
    const path = under(target, file.name)
    const content = await files.read(path)
    if (!content.ok) return content
    if (differences([file], [listed(file.name, content.value)]).length > 0) {
      return err({ type: 'VerifyFailed', path, reason: '写到磁盘上的内容与备份不一致，请检查磁盘' })
    }
  }
  return ok(null)
}
