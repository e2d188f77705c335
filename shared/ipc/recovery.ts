import type { Result } from '../kernel/result'
import type { EntityRef } from '../store/change'
import type { Finding, JournalFailure, StartFailure } from './contract'

/** What stands in a data folder, read byte by byte from its files alone: without a window's working copy. */
export interface Survey {
  readonly path: string
  readonly whole: WholeParts
  /** Of journals, templates and the mark; damaged attachments stand below. */
  readonly findings: readonly Finding[]
  /** Changes that are missing, with what the others say of them. */
  readonly lost: readonly LostChanges[]
  readonly attachments: readonly HurtAttachment[]
  /** Changes whose place is there and whose content this program cannot read. */
  readonly unread: { readonly newer: number; readonly unreadable: number; readonly destroyed: number }
  readonly aside: AsideStanding
  /** Files in quarantine that hold copies of damaged bytes. */
  readonly copies: number
}

/** What is there and was found whole. */
export interface WholeParts {
  readonly files: number
  readonly bytes: number
  readonly writers: number
  readonly changes: number
  readonly records: number
  readonly customers: number
  readonly attachments: number
  readonly templates: number
}

/** A record, a customer … as a person knows it. */
export interface Concerned {
  readonly entity: EntityRef
  /** Number of a record, name of a customer or a person; '' where neither could be read. */
  readonly name: string
  /** Name of the form; '' for anything but records, and where its template is not there. */
  readonly form: string
}

export interface LostChanges {
  readonly writer: string
  readonly from: number
  readonly to: number
  /** What was changed by them, as far as other changes tell; at most `MOST_CONCERNED`. */
  readonly concerns: readonly Concerned[]
  /** How many there are. */
  readonly count: number
}

export const MOST_CONCERNED = 50

export interface HurtAttachment {
  readonly hash: string
  /** missing: no file is there. altered: its bytes are not those that were put there. */
  readonly is: 'missing' | 'altered'
  readonly name: string
  /** Null: no record that can be read names it. */
  readonly concerns: Concerned | null
}

/** What 暂不找回 left in files of the quarantine. [ST29] */
export interface AsideStanding {
  readonly changes: number
  /** Those that the journals do not have. */
  readonly lacking: number
  /** Lines that are no change any more. */
  readonly unreadable: number
}

/** What came of an export of everything readable. */
export interface Rescued {
  readonly folder: string
  readonly customers: number
  readonly records: number
  readonly attachments: number
  readonly changes: number
  /** What is lacking: changes, attachments, and records that stand as text only. */
  readonly lacking: {
    readonly changes: number
    readonly attachments: number
    readonly recordsAsText: number
    readonly files: number
  }
}

export type SurveyFailure = StartFailure | { readonly type: 'Stopped'; readonly path: string }

export type RescueFailure =
  | SurveyFailure
  | { readonly type: 'NotEmpty'; readonly path: string }
  /** The place chosen lies within the data folder. */
  | { readonly type: 'InsideDataFolder'; readonly path: string }

/** What the main process does of this, one at a time. */
export type RecoveryWork = 'check' | 'rescue'

/** It was not begun: this goes on, and is to be waited for. */
export interface UnderWay {
  readonly type: 'UnderWay'
  readonly work: RecoveryWork
}

/** Something that a start, or the program while it ran, told of. */
export type Told =
  | { readonly told: 'found'; readonly finding: Finding }
  | { readonly told: 'rebuilt'; readonly why: RebuildReason }
  | { readonly told: 'caughtUp' | 'broughtBack' | 'leftAside' | 'aside'; readonly count: number }
  | { readonly told: 'settingsDamaged'; readonly kept: string }
  | { readonly told: 'recovered' }

/** Why the working copy had to be built anew from the journal. */
export type RebuildReason =
  /** There was none, although the journal has changes: deleted, or lost by the browser's storage. */
  | 'missing'
  /** It could not be opened or read. */
  | 'unreadable'
  /** It opened, but rows of it were lost or changed. */
  | 'damaged'
  /** It had changes that the journal lacks, or another history. */
  | 'ahead'
  /** It was written by a newer version of the program, and the person agreed. */
  | 'newer'
  /** This version of the program folds changes by other rules than the one before. */
  | 'upgraded'

/** The window tells what it did by itself; what stands in the files the main process knows. */
export type ToldByWindow = Exclude<Told, { readonly told: 'found' }>

/** The same thing told again is one entry. */
export interface ToldEntry {
  readonly what: Told
  /** Milliseconds since 1970. */
  readonly first: number
  readonly last: number
  readonly times: number
}

export interface RecoveryCalls {
  /** Reads every byte of the data folder, also of one that could not be opened. */
  'recovery:check': { in: null; out: Result<Survey, SurveyFailure | UnderWay> }
  /** Ends this work if it is going on. */
  'recovery:stop': { in: { work: RecoveryWork }; out: null }
  /** Asks for an empty folder and puts everything there that can be read. `null`: the person cancelled. */
  'recovery:rescue': { in: null; out: Result<Rescued | null, RescueFailure | UnderWay> }
  /** Shows the folder of the last export in the system's file manager. */
  'recovery:show': { in: null; out: null }
  /** Writes what lies aside in quarantine into the journal again, under its own names. */
  'recovery:bringBack': {
    in: null
    out: Result<{ readonly restored: number; readonly unreadable: number }, JournalFailure>
  }
  /** What was told here before, the latest first. */
  'recovery:history': { in: null; out: readonly ToldEntry[] }
  'recovery:tell': { in: { told: readonly ToldByWindow[] }; out: null }
}
