import type { RebuildReason } from '../../shared/ipc/recovery'
import type { Template } from '../../shared/forms/template'
import type { PersonRef } from '../../shared/forms/values'
import type { Finding, JournalFailure } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'
import type { Letterhead } from '../../shared/print/layout-input'
import type { Dot, StoredChange } from '../../shared/store/change'
import type { Arrived } from './arrived'
import type { Audit } from './audit-types'
import type { MasksRepository } from './masks'
import type { FilesRepository } from './record-files-types'
import type { NumberRules } from './number-rules-types'
import type { Customers } from './customers-types'
import type { Lists } from './lists/lists'
import type { Imports } from './tables/imports-types'
import type { CalendarRepository } from './calendar'
import type { ConflictsRepository } from './open-conflicts'
import type { SameNumbers } from './same-numbers'
import type { Records, Written } from './records-types'
import type { CatalogueTemplate, OwnForms } from './templates'

export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly post: string
  /** People who left stay in the list, so that their records stay readable. */
  readonly active: boolean
  /** Whoever wants to work as this person is asked for the PIN. */
  readonly hasPin: boolean
}

export interface Staff {
  /** By the order in which they were added. */
  readonly list: () => Promise<readonly StaffMember[]>
  readonly get: (id: string) => Promise<StaffMember | undefined>
  /** What is kept of the person's PIN, for `pin:check`; undefined without one. */
  readonly keptPin: (id: string) => Promise<string | undefined>
  readonly add: (
    people: readonly { name: string; post: string }[],
    by?: PersonRef,
  ) => Promise<Result<readonly StaffMember[], JournalFailure>>
  readonly change: (
    id: string,
    /** `pin`: what `pin:make` answered; null takes the PIN away. */
    to: { name?: string; post?: string; active?: boolean; pin?: string | null },
    by?: PersonRef,
  ) => Promise<Result<Written, JournalFailure>>
}

export interface Firm {
  readonly name: string
  readonly department: string
  readonly logo?: NonNullable<Letterhead['logo']>
}

export interface FirmRepository {
  /** Undefined before the first-run page was filled. */
  readonly get: () => Promise<Firm | undefined>
  readonly save: (firm: Firm, by?: PersonRef) => Promise<Result<Written, JournalFailure>>
  readonly letterhead: () => Promise<Letterhead>
}

/** A version of a form that the firm chose, and who did so when (milliseconds since 1970). */
export interface FormChoice {
  /** Null: the form as it ships. */
  readonly hash: string | null
  /** Absent for the form as it ships, and while the version has not arrived in this folder. */
  readonly template?: Template
  /** The form of the books that it was made from. */
  readonly base?: Template
  readonly at: number
  readonly person?: PersonRef
}

export interface FormVersions {
  /** The form of the books as this program ships it. */
  readonly shipped: CatalogueTemplate
  /** What the firm chose, the one that holds first; several were chosen apart and wait for a decision. */
  readonly choices: readonly FormChoice[]
  /** What a new choice replaces. */
  readonly seen: readonly Dot[]
}

export interface Templates {
  readonly byHash: (hash: string) => Promise<Template | undefined>
  /** The version that new records are filled from and blank sheets are printed of: the firm's own, if it has one. */
  readonly current: (code: string) => CatalogueTemplate | undefined
  /** The firm's own versions; another object whenever that changes. */
  readonly own: () => OwnForms
  /** Hears that another version of some form is current now. */
  readonly onOwn: (heard: () => void) => () => void
  readonly versions: (code: string) => Promise<FormVersions | undefined>
  /**
   * Makes a version the current one of its form, for the whole firm; null: the form as it ships. Records that exist keep
   * theirs. `seen`: what the person saw chosen and replaces.
   */
  readonly choose: (
    code: string,
    template: Template | null,
    seen: readonly Dot[],
    by?: PersonRef,
  ) => Promise<Result<Written, JournalFailure>>
  /** Versions of forms came into the folder from elsewhere: they are at hand from now on. Answers how many were new. */
  readonly takeIn: () => Promise<Result<number, JournalFailure>>
  /** Puts a version into the data folder before something is filled from it; nothing where it is there already. */
  readonly keep: (hash: string) => Promise<Result<null, JournalFailure>>
}

/** Why the working copy had to be built anew from the journal. */
export type { RebuildReason }

export interface StartReport {
  /** Changes that were applied at this start. */
  readonly caughtUp: number
  readonly rebuilt?: RebuildReason
  /**
   * Changes that only the working copy had (an older data folder was put back, or a part of the journal is lost). They
   * are kept aside and asked about: `bringBack` writes them into the journal again, `leaveAside` keeps them aside.
   */
  readonly ahead: readonly StoredChange[]
  /** How many lie aside from earlier starts, by the person's decision. */
  readonly aside: number
  /** What the data folder found out about itself. */
  readonly findings: readonly Finding[]
}

export type StartPhase = 'opening' | 'checking' | 'listing' | 'catchingUp' | 'rebuilding'

export interface StartProgress {
  readonly phase: StartPhase
  /** Changes (lines while listing) done, of how many. */
  readonly done: number
  readonly total: number
}

export type WorkingCopyFailure =
  | JournalFailure
  /** The working copy belongs to a newer version of the program. `replaceNewer` builds another from the journal. */
  | { readonly type: 'NewerWorkingCopy'; readonly found: number; readonly known: number }
  /** The browser's storage does not work at all (disk full, profile not writable). */
  | { readonly type: 'NoWorkingCopy'; readonly reason: string }

/** What catching up with the journal came to. */
export interface CaughtUp {
  readonly applied: number
  /** Writers of whom the working copy has another history than the journal, or more of it. */
  readonly parted: readonly string[]
}

/** The fast copy of the data folder, with its repositories. */
export interface WorkingCopy {
  readonly folderId: string
  readonly readOnly: boolean
  readonly records: Records
  /** Attachments of records. */
  readonly files: FilesRepository
  /** Lists over all records and customers, and the search. */
  readonly lists: Lists
  readonly customers: Customers
  /** Every change of everything. */
  readonly audit: Audit
  /** What other computers wrote since a person last looked. */
  readonly arrived: Arrived
  /** What people wrote apart from each other and nobody has decided yet. */
  readonly conflicts: ConflictsRepository
  readonly sameNumbers: SameNumbers
  readonly staff: Staff
  /** Tables of other programs, taken over. */
  readonly imports: Imports
  readonly firm: FirmRepository
  readonly masks: MasksRepository
  readonly templates: Templates
  readonly numberRules: NumberRules
  readonly calendar: CalendarRepository
  /** How many changes lie aside by the person's earlier decision. */
  readonly leftAside: () => Promise<number>
  /** Writes what only the working copy had into the journal again: what is asked about now, or what was left aside. */
  readonly bringBack: (
    which?: 'asked' | 'left',
  ) => Promise<Result<{ readonly restored: number }, JournalFailure>>
  /** Keeps it aside and does not ask again. */
  readonly leaveAside: () => Promise<void>
  /** Applies what the journal has and the working copy has not: after a write that could not be shown. */
  readonly catchUp: () => Promise<Result<CaughtUp, JournalFailure>>
  /**
   * The full check, which a large working copy gets after the start. `rebuilt`: damage was found and the copy was built
   * anew from the journal meanwhile; `damaged`: that did not work.
   */
  readonly checked: Promise<'whole' | 'rebuilt' | 'damaged'>
  /** What reading the rest of the data folder after the start found; nothing when all is well or it cannot be asked. */
  readonly journalChecked: Promise<readonly Finding[]>
  readonly close: () => void
}
