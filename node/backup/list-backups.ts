import { join } from 'node:path'
import type { ListedBackup } from '../../shared/ipc/restore'
import { compareText } from '../../shared/store'
import type { FilePort } from '../store'
import { ownBackups } from './own-backups'
import { readHead } from './sealed'
import { ENDINGS } from './backup-name'

/** This computer and the open data folder, as tags name them; `computer` null: whichever made it; `folder` null: none is open. */
export interface OwnTag {
  readonly computer: string | null
  readonly folder: string | null
}

/**
 * The backups that the program made by itself in a folder, newest first by what their names say; of one computer alone where `own`
 * names it. `own` null: whoever made them, of whichever data folder.
 */
export async function listBackups(
  files: FilePort,
  place: string,
  own: OwnTag | null,
): Promise<readonly ListedBackup[]> {
  const found: ListedBackup[] = []
  for (const { file, day, minute, reason, tag } of (await ownBackups(files, place, null)).made) {
    const [ofFolder, byComputer] = tag.split('-')
    if (own !== null && own.computer !== null && byComputer !== own.computer) continue
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
        tag,
        other: own !== null && own.folder !== null && ofFolder !== own.folder,
      })
  }
  return found.sort((a, b) => compareText(`${b.day} ${b.minute}`, `${a.day} ${a.minute}`))
}
