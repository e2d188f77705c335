import { isObject } from '../../shared/store/read-edit'
import { parsePayload } from '../../shared/store/payload'
import type { FilePort, FileResult } from '../store/file-port'
import { writeWhole } from '../store/write-file'

/**
 * The day of the last automatic backup of a data folder that succeeded here, `2026-01-05`: kept in the profile, since the folder of the
 * backups may be a stick that is at home. Null: none, or it is not known.
 */
export async function readLastMade(files: FilePort, memory: string, folder: string): Promise<string | null> {
  const read = await files.read(memory)
  const json = read.ok ? parsePayload(read.value) : null
  if (!isObject(json) || json.folder !== folder || typeof json.day !== 'string') return null
  return Number.isNaN(Date.parse(json.day)) ? null : json.day
}

export const writeLastMade = (
  files: FilePort,
  memory: string,
  folder: string,
  day: string,
): FileResult<null> => writeWhole(files, memory, new TextEncoder().encode(JSON.stringify({ folder, day })))
