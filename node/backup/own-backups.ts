import type { FilePort } from '../store'
import { PART } from './backup'
import { readBackupName, type AutoBackup } from './backup-name'

/** What one computer has of one data folder's backups in a folder. */
export interface OwnBackups {
  readonly made: readonly AutoBackup[]
  /** Names of archives that were being written when the program was ended. */
  readonly half: readonly string[]
}

/** By `tag` (see `backupName`; null: of any computer and data folder). Where the folder cannot be listed there are none. */
export async function ownBackups(files: FilePort, place: string, tag: string | null): Promise<OwnBackups> {
  const listed = await files.list(place)
  const names = listed.ok ? listed.value.filter(({ kind }) => kind === 'file').map(({ name }) => name) : []
  return {
    made: names.flatMap((name) => readBackupName(name, tag) ?? []),
    half: names.filter(
      (name) => name.endsWith(PART) && readBackupName(name.slice(0, -PART.length), tag) !== null,
    ),
  }
}
