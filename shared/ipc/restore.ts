import type { Result } from '../kernel/result'
import type { BackupFailure, StartFailure } from './contract'

/** Why a backup cannot be read or restored. */
export type ReadBackupFailure =
  | BackupFailure
  /** It is encrypted, and nobody has given the passphrase yet. */
  | { readonly type: 'BackupLocked'; readonly path: string }
  /** The backup's beginning is whole, so it is the passphrase that is another. */
  | { readonly type: 'WrongBackupPassphrase'; readonly path: string }
  /** A person stopped it. */
  | { readonly type: 'Cancelled' }

/** What a backup holds, every byte of it having been read and compared. */
export interface BackupContents {
  /** Id of the data folder that it was made of. */
  readonly folder: string
  /** Milliseconds since 1970. */
  readonly created: number
  /** The computer that made it, as its system calls it, and the program's version; null: not said. */
  readonly computer: string | null
  readonly program: string | null
  readonly encrypted: boolean
  /** Whether it brings the settings of its computer along. */
  readonly settings: boolean
  /** Of the archive. */
  readonly bytes: number
  readonly files: number
  readonly changes: number
  /** When the newest change was made, milliseconds since 1970; null: there is none. */
  readonly newest: number | null
  /** As the window counts them: neither merged into another nor closed. */
  readonly customers: number
  readonly records: number
  /** Records by form, most first. */
  readonly forms: readonly FormCount[]
  readonly attachments: { readonly count: number; readonly bytes: number }
  readonly templates: number
  /** How far each writer's history reaches in it. */
  readonly ends: readonly { readonly writer: string; readonly seq: number }[]
}

export interface FormCount {
  readonly code: string
  readonly name: string
  readonly count: number
}

export interface BackupPreview {
  readonly archive: string
  readonly contents: BackupContents
  readonly compared: Compared
  /** The new data folder as the program would make it: nothing stands there. */
  readonly target: string
}

/** The backup beside the data folder that is open. */
export type Compared =
  /** Nothing was ever written here: there is nothing to compare with. */
  | { readonly with: 'empty' }
  /** The data folder cannot be opened: what it holds is not known. */
  | { readonly with: 'notOpen'; readonly path: string }
  /** It is a backup of another data folder. */
  | { readonly with: 'other'; readonly path: string }
  /** Changes that only this folder has, and that only the backup has. */
  | { readonly with: 'same'; readonly path: string; readonly onlyHere: number; readonly onlyThere: number }

/** A backup that the program made by itself, newest first in a list. */
export interface ListedBackup {
  readonly path: string
  /** By the computer that made it, `2026-01-05` and `0923`. */
  readonly day: string
  readonly minute: string
  readonly reason: 'daily' | 'upgrade'
  readonly bytes: number
  readonly encrypted: boolean
  /** Of another data folder than the open one, as far as its name tells. */
  readonly other: boolean
  /** Of which data folder, by which computer, as its name tells: eight hex digits each, and `-` between. */
  readonly tag: string
}

/** A place where no new data folder may be: it is this one, lies within it or around it. */
export interface PlaceInTheWay {
  readonly type: 'PlaceInTheWay'
  readonly of: 'data' | 'team' | 'backups'
  readonly path: string
}

export interface RestoreCalls {
  /** The backups that the program made by itself on this computer, of any data folder, where they are put now. */
  'restore:list': { in: null; out: readonly ListedBackup[] }
  /** Asks for an archive; `beside`: the program's own backups in the same folder. `path` null: the person cancelled. */
  'restore:choose': {
    in: null
    out: { readonly path: string | null; readonly beside: readonly ListedBackup[] }
  }
  /**
   * Reads a backup that was listed or chosen, from the first byte to the last, and says what is in it. `passphrase` null: none, or the one that this
   * computer keeps.
   */
  'restore:look': {
    in: { archive: string; passphrase: string | null }
    out: Result<BackupPreview, ReadBackupFailure>
  }
  /** Asks for another place for the new data folder. `path` null: the person cancelled. */
  'restore:place': { in: null; out: Result<{ readonly path: string | null }, PlaceInTheWay> }
  /** Restores a backup that was looked at into a new, empty folder, and starts the program again on it. */
  'restore:go': {
    in: { archive: string; target: string }
    out: Result<{ readonly path: string }, ReadBackupFailure | StartFailure>
  }
  /** Stops the backup that a person makes, or the look or the restore, if it is under way: it answers `Cancelled`. */
  'restore:cancel': { in: { work: 'backup' | 'restore' }; out: null }
}
