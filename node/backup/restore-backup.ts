import { dirname } from 'node:path'
import type { ReadBackupFailure } from '../../shared/ipc/restore'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { FilePort, FileResult } from '../store/file-port'
import { COMPUTERS, isSystemName, MARK, under } from '../store/layout'
import { writeFlushed, writeWhole } from '../store/write-file'
import { BACKUP_SETTINGS, differences, listed, type ListedFile } from './backup-list'
import { readBackup, type ReadBackupOptions } from './read-backup'

export interface RestoreBackupOptions extends ReadBackupOptions {
  /** The new data folder: nothing may stand there. */
  readonly target: string
}

export interface Restored {
  readonly files: number
  /** The settings that the backup brings along; they are no part of the data folder. */
  readonly settings: Uint8Array | null
}

/**
 * Unpacks a backup into a new, empty folder. It becomes a data folder (its mark is written) only when every file has
 * been read back and is what the backup's list says. Which computer was which writer is not restored: whoever opens it
 * writes under a new name, so that the history that went on elsewhere is never mixed up with this one.
 */
export async function restoreBackup(
  options: RestoreBackupOptions,
): Promise<Result<Restored, ReadBackupFailure>> {
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

/** Whether no file stands in a folder or below it; also when it is not there. */
export async function isEmptyTree(files: FilePort, dir: string): FileResult<boolean> {
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

/** What a restore writes as it stands in the backup; the mark comes last, and the computers are left out. */
const isWritten = (name: string): boolean =>
  name !== MARK && name !== BACKUP_SETTINGS && !name.startsWith(`${COMPUTERS}/`)

async function unpack(
  options: RestoreBackupOptions,
  written: string[],
): Promise<Result<Restored, ReadBackupFailure>> {
  const { files, target } = options
  const dirs = new Set<string>()
  const read = await readBackup(options, async ({ name, content }) => {
    if (!isWritten(name)) return ok(null)
    const path = under(target, name)
    const made = await files.makeDir(dirname(path))
    if (!made.ok) return made
    dirs.add(dirname(path))
    written.push(path)
    return writeFlushed(files, path, content)
  })
  if (!read.ok) return read
  const { mark, found, settings } = read.value
  for (const dir of [...dirs, ...[...dirs].map(dirname), target, dirname(target)]) {
    const flushed = await files.flushDir(dir)
    if (!flushed.ok) return flushed
  }
  const compared = await compareWritten(options, found)
  if (!compared.ok) return compared
  const markPath = under(target, MARK)
  written.push(markPath)
  const marked = await writeWhole(files, markPath, mark)
  return marked.ok ? ok({ files: found.length, settings }) : marked
}

/** Reads what was written from the disk again. */
async function compareWritten(
  { files, target, signal }: RestoreBackupOptions,
  found: readonly ListedFile[],
): Promise<Result<null, ReadBackupFailure>> {
  for (const file of found.filter(({ name }) => isWritten(name))) {
    if (signal?.aborted === true) return err({ type: 'Cancelled' })
    const path = under(target, file.name)
    const content = await files.read(path)
    if (!content.ok) return content
    if (differences([file], [listed(file.name, content.value)]).length > 0) {
      return err({ type: 'VerifyFailed', path, reason: '写到磁盘上的内容与备份不一致，请检查磁盘' })
    }
  }
  return ok(null)
}
