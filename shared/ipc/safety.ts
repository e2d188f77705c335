import type { BackupFailure } from './contract'

/** How safe the data are against a dead disk and a full one. */
export interface SafetyStatus {
  readonly backup: BackupStatus
  /** Bytes that are free where the data folder lies, once there are so few that a person should do something; else null. */
  readonly littleRoom: number | null
}

/** The backups that the program makes by itself. */
export interface BackupStatus {
  /** Where they are put; null: it makes none. */
  readonly folder: string | null
  readonly running: boolean
  /** The last one that is there and is not dated later than today, by the computer's calendar; null: none. */
  readonly last: { readonly file: string; readonly day: string; readonly minute: string } | null
  /** How many there are. */
  readonly count: number
  /** Whole days since one succeeded here, though it may lie where nobody can look now; null: none did. */
  readonly age: number | null
  /** They lie on the same disk as the data folder, and die with it. Null: not known. */
  readonly sameDisk: boolean | null
  /** Why the last try did not come to anything. */
  readonly failure: AutoBackupFailure | null
}

export type AutoBackupFailure =
  | BackupFailure
  /** It was not begun: afterwards the disk would be nearly full. Bytes; `wanted`: what the backup may take. */
  | { readonly type: 'LittleRoom'; readonly path: string; readonly free: number; readonly wanted: number }

export interface SafetyCalls {
  'safety:status': { in: null; out: SafetyStatus }
  /** A backup to the folder of the automatic ones, now. Answers when it has been read back. */
  'safety:backUpNow': { in: null; out: SafetyStatus }
}

export interface SafetyEvents {
  'safety:changed': SafetyStatus
}
