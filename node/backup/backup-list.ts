import { toHex } from '../../shared/kernel/bytes'
import type { Json } from '../../shared/kernel/canonical-json'
import { parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import { sha256 } from '../store/native-sha256'

/** The last file of a backup: what all the others are. [ST28] */
export const BACKUP_LIST = 'zhike-backup.json'

/** The settings of the computer that made it; no part of the data folder. [ST28] */
export const BACKUP_SETTINGS = 'zhike-settings.json'

/** What stands in a backup and in no data folder. */
export const isBackupsOwn = (name: string): boolean => name === BACKUP_LIST || name === BACKUP_SETTINGS

/** Largest file that a backup holds or a restore accepts, in bytes. */
export const MAX_BACKUP_FILE = 256 * 1024 * 1024

export interface ListedFile {
  /** Relative to the data folder, with `/`. */
  readonly name: string
  readonly size: number
  readonly sha256: string
}

export interface BackupList {
  readonly format: 1
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly created: number
  /** As the system calls the computer that made it. */
  readonly computer?: string
  /** The version of the program that made it. */
  readonly program?: string
  readonly files: readonly ListedFile[]
}

export const listed = (name: string, content: Uint8Array): ListedFile => ({
  name,
  size: content.length,
  sha256: toHex(sha256(content)),
})

export const listJson = (list: BackupList): Json => list as unknown as Json

export function parseBackupList(bytes: Uint8Array): BackupList | null {
  const json = parsePayload(bytes)
  if (!isObject(json) || json.format !== 1 || typeof json.folder !== 'string' || !Array.isArray(json.files))
    return null
  const areFiles = (json.files as readonly Json[]).every(
    (file) =>
      isObject(file) &&
      typeof file.name === 'string' &&
      Number.isSafeInteger(file.size) &&
      typeof file.sha256 === 'string',
  )
  if (!areFiles) return null
  const { folder, created, computer, program } = json
  return {
    format: 1,
    folder,
    created: Number.isSafeInteger(created) ? Number(created) : 0,
    ...(typeof computer === 'string' ? { computer } : {}),
    ...(typeof program === 'string' ? { program } : {}),
    files: json.files as unknown as readonly ListedFile[],
  }
}

/** The files that differ between a list and what was found, by name. */
export function differences(list: readonly ListedFile[], found: readonly ListedFile[]): readonly string[] {
  const key = ({ name, size, sha256: hash }: ListedFile) => `${size}:${hash}:${name}`
  const wanted = new Set(list.map(key))
  const there = new Set(found.map(key))
  const wrong = [
    ...list.filter((file) => !there.has(key(file))),
    ...found.filter((file) => !wanted.has(key(file))),
  ]
  return [...new Set(wrong.map(({ name }) => name))]
}

/** Whether a name in an archive stays within the folder on every file system: no `..`, no drive, no odd characters. */
export function isSafeName(name: string): boolean {
  const parts = name.split('/')
  return (
    name.length <= 400 &&
    parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[. ]$/.test(part)) &&
    // Control characters, and what Windows forbids or takes for a drive or a stream.

    !/[\u0000-\u001f<>:"|?*\\]/.test(name) &&
    !parts.some((part) => /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i.test(part))
  )
}
