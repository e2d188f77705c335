import type { BackupContents, Compared, ReadBackupFailure } from '../../shared/ipc/restore'
import { ok, type Result } from '../../shared/kernel/result'
import type { DataFolder } from '../store'
import { ContentsCounter } from './count-contents'
import { readBackup, type ReadBackupOptions } from './read-backup'

/** Reads a backup whole, compares every file with its list, and says what is in it. Nothing is written. */
export async function lookAtBackup(
  options: ReadBackupOptions,
): Promise<Result<BackupContents, ReadBackupFailure>> {
  const counter = new ContentsCounter()
  const read = await readBackup(options, (file) => {
    counter.take(file)
    return Promise.resolve(ok(null))
  })
  if (!read.ok) return read
  const { list, found, settings, bytes } = read.value
  return ok({
    folder: list.folder,
    created: list.created,
    computer: list.computer ?? null,
    program: list.program ?? null,
    encrypted: (options.secret ?? null) !== null,
    settings: settings !== null,
    bytes,
    files: found.length,
    ...counter.result(),
  })
}

/**
 * A backup beside the open data folder, by how far each writer's history reaches in both. `path`: where the data folder of this run is; one that
 * could not be opened may hold anything, so it never counts as empty.
 */
export function compareWith(
  contents: BackupContents,
  open: Pick<DataFolder, 'id' | 'path' | 'ends'> | null,
  path: string,
): Compared {
  if (open === null) return { with: 'notOpen', path }
  const here = new Map(open.ends().map(({ writer, seq }) => [writer, seq]))
  if (here.size === 0) return { with: 'empty' }
  if (open.id !== contents.folder) return { with: 'other', path: open.path }
  const there = new Map(contents.ends.map(({ writer, seq }) => [writer, seq]))
  return { with: 'same', path: open.path, onlyHere: beyond(here, there), onlyThere: beyond(there, here) }
}

/** How many changes one has behind what the other has of the same writers. */
const beyond = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number =>
  [...one].reduce((sum, [writer, seq]) => sum + Math.max(0, seq - (other.get(writer) ?? 0)), 0)
