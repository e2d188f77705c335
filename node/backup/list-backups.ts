import { join } from 'node:path'
import type { ListedBackup } from '../../shared/ipc/restore'
import { compareText } from '../../shared/store'
import type { FilePort } from '../store'
import { ownBackups } from './own-backups'
import { readHead } from './sealed'
import { ENDINGS } from './backup-name'

/**
 * The backups that the program made by itself in a folder, newest first by what their names say. `own`: those of this computer alone, by the tag of
 * the open data folder here; null: whoever made them.
 */
export async function listBackups(
  files: FilePort,
  place: string,
  own: string | null,
): Promise<readonly ListedBackup[]> {
  const found: ListedBackup[] = []
  for (const { file, day, minute, reason, tag } of (await ownBackups(files, place, null)).made) {
    if (own !== null && computerOf(tag) !== computerOf(own)) continue
    const path = join(place, file)
    const stat = await files.stat(path)
    const head = await readHead(files, path)
    // One whose beginning is damaged is listed, too: looking at it says so, and offers the next.
    if (stat.ok)
      found.push({
        path,
        day,
        minute,
        reason,
        bytes: stat.value.size,
        encrypted: head.ok ? head.value !== null : file.endsWith(ENDINGS.encrypted),
        other: own !== null && tag !== own,
      })
  }
  return found.sort((a, b) => compareText(`${b.day} ${b.minute}`, `${a.day} ${a.minute}`))
}

const computerOf = (tag: string): string | undefined => tag.split('-')[1]
