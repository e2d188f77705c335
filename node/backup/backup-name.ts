/** Why the program made a backup by itself. */
export type BackupReason = 'daily' | 'upgrade'

/** What the name of a backup says that the program made by itself. */
export interface AutoBackup {
  readonly file: string
  /** The day and the minute on the computer that made it, `2026-01-05` and `0923`. */
  readonly day: string
  readonly minute: string
  readonly reason: BackupReason
  /** Of which data folder, by which computer: eight hex digits each, and `-` between. */
  readonly tag: string
}

const WORDS = { daily: '知客自动备份', upgrade: '知客升级前备份' } as const satisfies Record<
  BackupReason,
  string
>

/** Behind the name of a backup: a zip archive, or an encrypted one. [ST46] */
export const ENDINGS = { plain: 'zip', encrypted: 'zkb' } as const

/**
 * The name of a backup made at `now` (milliseconds since 1970). `tag` (hex) says of which data folder, by which computer: several may
 * put theirs into one folder, and each counts and removes only its own.
 */
export function backupName(
  reason: BackupReason,
  now: number,
  { tag, encrypted }: { readonly tag: string; readonly encrypted: boolean },
): string {
  const { day, minute } = localMinute(now)
  return `${WORDS[reason]} ${day} ${minute} ${tag}.${encrypted ? ENDINGS.encrypted : ENDINGS.plain}`
}

/** Null: not one of these, or not of this tag; `tag` null: of any. */
export function readBackupName(file: string, tag: string | null): AutoBackup | null {
  const found = /^(\S+) (\d{4}-\d\d-\d\d) (\d{4}) ([0-9a-f-]+)\.(?:zip|zkb)$/.exec(file)
  const [, word, day = '', minute = '', ofTag] = found ?? []
  if (ofTag === undefined || (tag !== null && ofTag !== tag) || Number.isNaN(Date.parse(day))) return null
  const reason = word === WORDS.daily ? 'daily' : word === WORDS.upgrade ? 'upgrade' : null
  return reason && { file, day, minute, reason, tag: ofTag }
}

/** The day and the minute on this computer's calendar, `2026-01-05` and `0923`. */
export function localMinute(now: number): { readonly day: string; readonly minute: string } {
  const date = new Date(now)
  const two = (part: number): string => String(part).padStart(2, '0')
  return {
    day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    minute: `${two(date.getHours())}${two(date.getMinutes())}`,
  }
}
