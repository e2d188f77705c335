import { join } from 'node:path'
import type { AutoBackupFailure } from '../../shared/ipc/safety'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { FilePort } from '../store'
import type { AutoBackup } from './backup-name'
import { spareable } from './rotation'

/** With fewer free bytes than this a person is told, and no backup is begun that would leave fewer. */
export const LITTLE_ROOM = 1024 * 1024 * 1024

export interface RoomParts {
  readonly files: FilePort
  /** The folder of the backups. */
  readonly place: string
  /** Bytes of the backup that is to be made. */
  readonly wanted: number
  /** Bytes that are free at a place; null: not known. */
  readonly freeAt: (path: string) => Promise<number | null>
  readonly made: readonly AutoBackup[]
  /** `2026-01-05` */
  readonly today: string
}

/**
 * Sees that enough stays free once a backup of `wanted` bytes has been made, if need be by letting older ones go, one after the other.
 * None goes in vain: where all of them together would not do, or where the disk does not get emptier (a wastebasket on a server), it
 * stops.
 */
export async function makeRoom(parts: RoomParts): Promise<Result<null, AutoBackupFailure>> {
  const { files, place, wanted, freeAt, made, today } = parts
  const isEnough = (free: number | null) => free === null || free - wanted >= LITTLE_ROOM
  let free = await freeAt(place)
  if (isEnough(free)) return ok(null)
  const spared = await withSizes(files, place, spareable(made, today))
  const most = spared.reduce((sum, { size }) => sum + size, free ?? 0)
  for (const { path } of isEnough(most) ? spared : []) {
    await files.remove(path)
    const before = free
    free = await freeAt(place)
    if (isEnough(free)) return ok(null)
    if (free !== null && before !== null && free <= before) break
  }
  return err({ type: 'LittleRoom', path: place, free: free ?? 0, wanted })
}

async function withSizes(
  files: FilePort,
  place: string,
  backups: readonly AutoBackup[],
): Promise<readonly { readonly path: string; readonly size: number }[]> {
  const found: { path: string; size: number }[] = []
  for (const { file } of backups) {
    const path = join(place, file)
    const stat = await files.stat(path)
    if (stat.ok) found.push({ path, size: stat.value.size })
  }
  return found
}
