/** How this computer stands to its team, for the screen. Plain values: they cross from the main process to the window. */
export interface TeamStatus {
  /** none: this data folder belongs to no team. */
  readonly standing: 'none' | 'member'
  /** Absent without a team. */
  readonly team?: {
    readonly name: string
    /** Where the team folder is on this computer. */
    readonly path: string
    readonly locked: boolean
    /** Short groups of digits by which people compare, aloud, that they mean the same team. */
    readonly fingerprint: string
    /** Whether this computer holds the seal and admits others. */
    readonly holdsSeal: boolean
  }
  readonly self?: TeamComputer
  /** The writer that the next change will be written by: it changes where this computer finds a copy of itself. [TF19] */
  readonly writer?: string
  /** Every computer that was ever admitted, in order of letters. */
  readonly members: readonly TeamComputer[]
  /** Computers that ask to be admitted. */
  readonly requests: readonly TeamRequest[]
  readonly activity: TeamActivity
  readonly problems: readonly TeamProblem[]
  /** Without a team: the letter that this computer bore in one; its numbers go on bearing it. [TF14] */
  readonly kept?: string
  /** Present where no key store of the system guards the keys: whoever can log in as this person can read them. */
  readonly keysReadable?: true
}

export interface TeamComputer {
  readonly device: string
  readonly name: string
  /** '' while it waits to be admitted. */
  readonly letter: string
  /** Of this computer, while it waits: the letter that it asked for. */
  readonly proposed?: string
  readonly person: string
  readonly program: string
  /** Milliseconds since 1970 by that computer's clock; null: it never left a note. */
  readonly seen: number | null
  /** Segments of this computer's own writers that it has read, of how many were published; null: not known. */
  readonly read: { readonly segments: number; readonly of: number } | null
  readonly removed: boolean
  /** It left the team by itself, as its last note says. Never so of this computer. [TF15] */
  readonly left: boolean
}

export interface TeamRequest {
  readonly device: string
  readonly name: string
  readonly person: string
  /** The letter that it proposes. */
  readonly letter: string
  readonly program: string
  readonly at: number
  /** Short groups of digits of its key, to be compared aloud. */
  readonly fingerprint: string
}

export interface TeamActivity {
  readonly state: 'idle' | 'syncing' | 'offline'
  /** End of the last pass that reached the folder, milliseconds since 1970; null: none in this sitting. */
  readonly lastSync: number | null
  /** Changes that are here and not yet in the team folder. */
  readonly unsent: number
  /** While much is being fetched: segments done, of how many. */
  readonly fetching: { readonly done: number; readonly total: number } | null
  /** Changes of others that arrived in this sitting. */
  readonly arrived: number
}

/** What a person has to know or decide. Every one has its words: what happened, what was kept, what to do. */
export type TeamProblem =
  /** The folder cannot be reached: the stick, the share or the drive is not there. Work goes on. */
  | { readonly problem: 'offline'; readonly path: string }
  /** The folder is there, and what made it a team folder is not: emptied, or another folder under the same letter of drive. */
  | { readonly problem: 'emptied'; readonly path: string }
  | { readonly problem: 'otherTeam'; readonly path: string; readonly name: string }
  | { readonly problem: 'newerFolder'; readonly format: number }
  /** The mark bears no valid signature of the seal that this computer remembers. */
  | { readonly problem: 'markForged'; readonly path: string }
  | { readonly problem: 'readOnlyFolder'; readonly path: string }
  | { readonly problem: 'folderFull'; readonly path: string }
  /** This computer's own disk is full: nothing more is fetched. */
  | { readonly problem: 'diskFull'; readonly path: string }
  /** This computer has asked and is not admitted yet: others do not see its changes. */
  | { readonly problem: 'waitingForAdmission' }
  | { readonly problem: 'removedFromTeam' }
  | { readonly problem: 'keysLost' }
  | { readonly problem: 'clockSkew'; readonly name: string; readonly ahead: number }
  /** A cloned disk or an older backup: from now on this computer writes under a new name. */
  | { readonly problem: 'copiedComputer'; readonly writer: string }
  /** A founding that was cut short was ended now; nobody has seen the recovery code yet. */
  | { readonly problem: 'foundingFinished' }
  /** Another computer has this one's key: this one asks to be admitted anew. */
  | { readonly problem: 'sameKey'; readonly device: string }
  | {
      readonly problem: 'refused'
      readonly file: string
      /** Name of the computer that signed it; '' when it is not known. */
      readonly by: string
      readonly why: RefusedWhy
    }
  /** Has been arriving for a day or more. */
  | { readonly problem: 'stuck'; readonly file: string }
  | { readonly problem: 'needsNewerProgram'; readonly file: string; readonly by: string }
  /** Segments of a computer that is not admitted (yet). */
  | { readonly problem: 'notAdmitted'; readonly device: string; readonly segments: number }
  /** Copies that a cloud drive made because of its own conflicts; they are not needed. */
  | { readonly problem: 'conflictCopies'; readonly files: number; readonly example: string }
  /** Requests beyond those that are looked at. */
  | { readonly problem: 'moreRequests'; readonly count: number }
  /** Attachments that could not be read when this computer joined: they are in the data folder from before. */
  | { readonly problem: 'leftBehind'; readonly count: number; readonly path: string }
  | { readonly problem: 'failed'; readonly reason: string }

export type RefusedWhy =
  /** The signature does not fit. */
  | 'forged'
  /** Signed by a computer that this writer does not belong to. */
  | 'foreign'
  /** Its content belongs to another place or another team. */
  | 'misplaced'
  /** Does not open with the team's secret, or is not encrypted in a locked team. */
  | 'unreadable'
  | 'tooLarge'
  /** Its content breaks the format. */
  | 'malformed'
  /** From a computer that was removed from the team. */
  | 'removed'

export interface TeamBelow {
  readonly path: string
  readonly name: string
}

/** What stands in a folder that is to be used by a team. */
export type TeamPlace =
  | { readonly is: 'empty' }
  | {
      readonly is: 'team'
      readonly team: string
      readonly name: string
      readonly locked: boolean
      readonly fingerprint: string
      readonly members: number
    }
  /** What a team folder holds, without its mark: a copy that was cut short, or a mark that is not here (yet). */
  | { readonly is: 'begun' }
  | { readonly is: 'newerTeam'; readonly format: number }
  | { readonly is: 'damagedMark' }
  | { readonly is: 'dataFolder' }
  /** `teams`: team folders one level below, of whoever chose the folder around them. */
  | { readonly is: 'other'; readonly files: number; readonly teams?: readonly TeamBelow[] }

/** Why founding, joining, moving or admitting did not work. What was there is as it was. */
export type TeamFailure =
  | { readonly type: 'FolderUnreachable'; readonly path: string }
  | { readonly type: 'NotATeamFolder'; readonly path: string }
  | { readonly type: 'FolderNotEmpty'; readonly path: string }
  | { readonly type: 'InsideDataFolder'; readonly path: string }
  | { readonly type: 'OtherTeam'; readonly path: string; readonly name: string }
  | { readonly type: 'NewerTeam'; readonly format: number }
  | { readonly type: 'MarkDamaged'; readonly path: string }
  | { readonly type: 'WrongPassphrase' }
  | { readonly type: 'WeakPassphrase'; readonly least: number }
  | { readonly type: 'WrongRecoveryCode' }
  | { readonly type: 'LetterTaken'; readonly letter: string }
  | { readonly type: 'NotSealHolder' }
  | { readonly type: 'AlreadyInTeam' }
  /** The team was founded by an earlier attempt whose end was not seen, with the passphrase that was given then. */
  | { readonly type: 'FoundedBefore' }
  | { readonly type: 'NotInTeam' }
  | { readonly type: 'KeysUnavailable'; readonly reason: string }
  | { readonly type: 'TeamFileFailed'; readonly path: string; readonly reason: string }
