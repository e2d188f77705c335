import type { Result } from '../kernel/result'
import type { FileFailure } from './contract'
import type { ReadBackupFailure } from './restore'

/** How safe the data are against a dead disk and a full one. */
export interface SafetyStatus {
  readonly backup: BackupStatus
  /** Bytes that are free where the data folder lies, once there are so few that a person should do something; else null. */
  readonly littleRoom: number | null
  readonly encryption: EncryptionStatus
  /** This data folder came out of a backup: the one that was open before, and the backup's day. Null: it did not. */
  readonly restored: { readonly before: string; readonly day: string } | null
  /** A backup of this data folder or of another was restored from here into a new one, and the backup's day. Null: it was not. */
  readonly restoredInto: { readonly after: string; readonly day: string } | null
  /** The day on which a person took the data to another computer; null: never, or work goes on here. */
  readonly movedOn: string | null
}

/** Whether backups of this computer are encrypted with a passphrase. */
export interface EncryptionStatus {
  readonly on: boolean
  /** Why what is kept for it cannot be read; null: it can. */
  readonly failure: BackupKeyFailure | null
  /** Whether the system's key store guards what is kept. */
  readonly guarded: boolean
}

export type BackupKeyFailure =
  | FileFailure
  /** The system does not open what is kept: copied from another computer or account, as a rule. */
  | { readonly type: 'KeysUnavailable'; readonly reason: string }

/** Where a backup was written; `path` null: the person cancelled. */
export interface SavedBackup {
  readonly path: string | null
  readonly bytes: number
  readonly files: number
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
  | ReadBackupFailure
  | BackupKeyFailure
  /** It was not begun: afterwards the disk would be nearly full. Bytes; `wanted`: what the backup may take. */
  | { readonly type: 'LittleRoom'; readonly path: string; readonly free: number; readonly wanted: number }

export interface SafetyCalls {
  'safety:status': { in: null; out: SafetyStatus }
  /** A backup to the folder of the automatic ones, now. Answers when it has been read back. */
  'safety:backUpNow': { in: null; out: SafetyStatus }
  /** Backups are encrypted from now on. At least eight characters. */
  'safety:setPassphrase': { in: { passphrase: string }; out: Result<SafetyStatus, BackupKeyFailure> }
  'safety:dropPassphrase': { in: null; out: Result<SafetyStatus, BackupKeyFailure> }
  /** Whether this is the passphrase of the backups; `fits` null: none was set. */
  'safety:checkPassphrase': {
    in: { passphrase: string }
    out: Result<{ readonly fits: boolean | null }, BackupKeyFailure>
  }
  /** Asks for a place, writes one archive of the data folder and reads it back. */
  'backup:make': { in: null; out: Result<SavedBackup, AutoBackupFailure> }
  /** The same for another computer: afterwards this one says that work goes on there. */
  'move:make': { in: null; out: Result<SavedBackup, AutoBackupFailure> }
  /** Work goes on at this computer after all. */
  'move:stay': { in: null; out: SafetyStatus }
}

export interface SafetyEvents {
  'safety:changed': SafetyStatus
}
