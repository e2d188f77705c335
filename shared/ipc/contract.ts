import type { Template } from '../forms/template'
import type { FormValues } from '../forms/values'
import type { Result } from '../kernel/result'
import type { ExtraPage } from '../print/extra-page'
import type { Letterhead } from '../print/layout-input'
import type { PrintSetup } from '../print/setup'
import type { ListSheet } from '../print/excel/list-sheet'
import type { RegisterPrint } from '../print/register-input'
import type { Cursor, NewChange, StoredChange } from '../store/change'
import type { AttachmentCalls } from './attachments'
import type { CloudPlace } from '../team'
import type { RememberedMapping } from '../import/mapping'
import type { ImportCalls, ImportEvents, ImportNote } from './import'
import type { PrintRunCalls, PrintRunChoices } from './print-run'
import type { RestoreCalls } from './restore'
import type { DemoCalls } from './demo'
import type { FrameCalls } from './frame'
import type { RecoveryCalls } from './recovery'
import type { SafetyCalls, SafetyEvents } from './safety'
import type { TeamCalls, TeamEvents } from './team'

/**
 * The one contract between the window and the main process. Every call answers a plain value; expected failures are
 * typed. `schema.ts` beside this file holds the parser of each call's input.
 */
export interface Calls
  extends
    AttachmentCalls,
    DemoCalls,
    FrameCalls,
    PrintRunCalls,
    ImportCalls,
    RestoreCalls,
    RecoveryCalls,
    SafetyCalls,
    TeamCalls {
  /** Opens the data folder (once; later calls answer the same). After a failure, calling again tries again. */
  'app:start': { in: null; out: Result<StartInfo, StartFailure> }
  /** Closes the program; also the answer to `window:closing`. */
  'app:quit': { in: null; out: null }
  /** Writes a mistake of the window into this computer's log file; nothing leaves the computer. */
  'app:report': { in: { message: string; detail: string }; out: null }

  /** A page of a writer's changes, a line for each (store/page-line): one text crosses many times faster. */
  'journal:read': {
    in: { writer: string; after: number; limit: number }
    out: Result<string, JournalFailure>
  }
  /** How far every writer's journal reaches now. */
  'journal:ends': { in: null; out: Result<readonly Cursor[], JournalFailure> }
  /** Reads, gently, what the opening of the data folder passed over; answers what it found beyond the start's findings. */
  'journal:check': { in: null; out: Result<readonly Finding[], JournalFailure> }
  'journal:append': {
    in: { changes: readonly NewChange[]; held?: HeldDraft }
    out: Result<readonly StoredChange[], JournalFailure>
  }
  /** Writes changes that only the working copy still has into the journal again, under their own names. */
  'journal:restore': {
    in: { changes: readonly StoredChange[] }
    out: Result<{ restored: number }, JournalFailure>
  }
  /**
   * Writes changes that only the working copy still has into a file of their own in the data folder's quarantine, flushed,
   * so that they outlive the browser's storage while nobody has decided about them. Nothing reads it as a journal. `kept`
   * is the file, relative to the data folder; the same changes again are the same file.
   */
  'journal:setAside': {
    in: { changes: readonly StoredChange[] }
    out: Result<{ kept: string }, JournalFailure>
  }
  /**
   * The working copy knows changes of this computer's writer that the journal lacks (an older data folder was put back):
   * from now on a new writer writes, so that two histories never share a name. Answers the new writer's id.
   */
  'journal:fork': { in: null; out: Result<{ writer: string }, JournalFailure> }

  /**
   * The window's browser storage cannot be opened: it is deleted so that the working copy can be built anew, after a copy
   * of its files was kept (null: that did not work).
   */
  'storage:renew': { in: null; out: Result<{ kept: string | null }, FileFailure> }

  'template:keep': { in: { template: Template }; out: Result<{ hash: string }, JournalFailure> }
  'template:all': { in: null; out: Result<readonly { hash: string; template: Template }[], JournalFailure> }

  'draft:put': { in: Draft; out: Result<null, FileFailure> }
  'draft:list': { in: null; out: Result<readonly Draft[], FileFailure> }
  'draft:remove': { in: { id: string }; out: Result<null, FileFailure> }

  'settings:get': { in: null; out: LocalSettings }
  'settings:put': { in: LocalSettings; out: Result<null, FileFailure> }

  /** Makes what is kept of a person's PIN: a salted hash. */
  'pin:make': { in: { pin: string }; out: { kept: string } }
  /** Whether this is the PIN that was kept. After five wrong ones every further one has to wait. */
  'pin:check': { in: { kept: string; pin: string }; out: PinVerdict }

  'pdf:bytes': { in: PrintJob; out: Result<PdfResult, PrintFailure> }
  /** Asks for a place, then writes. `path` null: the person cancelled. */
  'pdf:save': {
    in: { job: PrintJob; suggestedName: string }
    out: Result<{ path: string | null; missing: readonly string[] }, PrintFailure>
  }
  /** The system's print dialog. */
  'pdf:print': {
    in: { job: PrintJob; copies: number }
    out: Result<{ printed: boolean; missing: readonly string[] }, PrintFailure>
  }
  /** Forms as one workbook, a sheet each. Asks for a place, then writes. `path` null: the person cancelled. */
  'excel:save': {
    in: { sheets: readonly FormSheet[]; suggestedName: string }
    out: Result<{ path: string | null }, ExcelFailure>
  }

  /** A list of records as one sheet of a workbook. Asks for a place, then writes. `path` null: the person cancelled. */
  'excel:saveList': {
    in: { list: ListSheet; suggestedName: string }
    out: Result<{ path: string | null }, ExcelFailure>
  }

  'folder:choose': { in: { title: string }; out: { path: string | null } }
  /** Makes or opens another data folder and restarts the window on it. */
  'folder:use': { in: { path: string }; out: Result<null, StartFailure> }
  /** The same with the platform's usual place for a data folder. */
  'folder:useDefault': { in: null; out: Result<null, StartFailure> }
  'folder:show': { in: null; out: null }
  /** Asks for a picture; it comes back as a PNG of at most 600 pixels. null: the person cancelled. */
  'logo:choose': { in: null; out: Result<NonNullable<Letterhead['logo']> | null, FileFailure> }
  /** Asks for a small text file, a calendar of working days; the window reads it. null: the person cancelled. */
  'calendar:choose': { in: null; out: Result<{ name: string; text: string } | null, FileFailure> }
  /** Asks for a place, then writes a calendar file, such as the example. `path` null: the person cancelled. */
  'calendar:save': {
    in: { text: string; suggestedName: string }
    out: Result<{ path: string | null }, FileFailure>
  }
}

/** What the main process tells the window unasked. */
export interface Events extends ImportEvents, SafetyEvents, TeamEvents {
  /** The window is about to close: put down the draft, then answer with `app:quit`. */
  'window:closing': null
  /** The computer was locked or goes to sleep. */
  'computer:left': null
  /** How far a long piece of work has come, in bytes; `total` 0: not known yet. */
  'task:progress': { task: 'backup' | 'restore' | 'check' | 'rescue'; done: number; total: number }
  'command:run': {
    command:
      | 'save'
      | 'print'
      | 'undo'
      | 'redo'
      | 'zoomIn'
      | 'zoomOut'
      | 'zoomReset'
      | 'search'
      | 'help'
      | 'demo'
      | 'about'
  }
}

export interface StartInfo {
  readonly appVersion: string
  readonly runtime: {
    readonly electron: string
    readonly chrome: string
    readonly node: string
    readonly platform: string
  }
  readonly folder: {
    readonly path: string
    readonly id: string
    readonly readOnly: boolean
    readonly created: boolean
  }
  /** This computer's current writer. */
  readonly writer: string
  /** How far the journal of every writer in the data folder reaches. */
  readonly ends: readonly Cursor[]
  readonly findings: readonly Finding[]
  readonly settings: LocalSettings
  /** This is the window of the demo data: nothing here is real. */
  readonly demo?: true
  /** The window had crashed and was opened again: what was typed is in the drafts. */
  readonly recovered?: true
  /** The settings of this computer could not be read; the file was kept under this name and the usual ones hold. */
  readonly settingsDamaged?: { readonly kept: string }
}

/** Something about the data folder that the person is told: what happened, what was kept, what to do. */
export type Finding =
  | { readonly finding: 'tornTail'; readonly file: string; readonly bytes: number; readonly kept: string }
  | {
      readonly finding: 'damagedFrames'
      readonly file: string
      readonly offset: number
      readonly bytes: number
      readonly kept: string
    }
  | {
      readonly finding: 'missingChanges'
      readonly writer: string
      readonly from: number
      readonly to: number
    }
  /** The same of a colleague's: others have carried what stands behind them, and they are on their way. */
  | { readonly finding: 'arriving'; readonly writer: string; readonly from: number; readonly to: number }
  | { readonly finding: 'brokenChain'; readonly file: string; readonly seq: number }
  | { readonly finding: 'strangeFile'; readonly file: string }
  | { readonly finding: 'newerFolder'; readonly format: number }
  /** A segment that a newer program wrote: kept and passed on, not read. */
  | { readonly finding: 'newerSegment'; readonly file: string; readonly format: number }
  /** A template or a draft whose content is not what was written; `kept` is the copy in quarantine. */
  | { readonly finding: 'damagedFile'; readonly file: string; readonly kept: string }
  /** The folder's own mark was lost or damaged and was written again from what the segments say. */
  | { readonly finding: 'markRestored'; readonly folder: string }
  /** The history of this computer's writer is damaged: the next save is written by a new one. */
  | { readonly finding: 'newWriter'; readonly before: string; readonly writer: string }
  /** A file that was damaged, cut or missing here was replaced by the whole one out of the team folder. [ST45] */
  | { readonly finding: 'mended'; readonly file: string }
  /** The data folder lies where a cloud drive copies it, or on a share: only the team folder may. */
  | { readonly finding: 'cloudFolder'; readonly path: string; readonly place: CloudPlace }

export type FileFailure =
  | { readonly type: 'DiskFull'; readonly path: string }
  | { readonly type: 'NotWritable'; readonly path: string }
  | { readonly type: 'NotFound'; readonly path: string }
  | { readonly type: 'Exists'; readonly path: string }
  | { readonly type: 'Busy'; readonly path: string }
  | { readonly type: 'ReadOnly'; readonly path: string }
  | { readonly type: 'BadFile'; readonly path: string; readonly reason: string }
  | { readonly type: 'Io'; readonly path: string; readonly code: string }

export type JournalFailure = FileFailure | { readonly type: 'BadChange'; readonly reason: string }
export type StartFailure =
  | FileFailure
  | { readonly type: 'InUse'; readonly path: string }
  | { readonly type: 'NotADataFolder'; readonly path: string }
  /** The place that was chosen before is not there now (USB stick, second disk). Nothing new is made in its stead. */
  | { readonly type: 'FolderMissing'; readonly path: string; readonly standard: string }
export type BackupFailure =
  | FileFailure
  | { readonly type: 'VerifyFailed'; readonly path: string; readonly reason: string }
  | { readonly type: 'NotEmpty'; readonly path: string }
export type PrintFailure =
  | FileFailure
  | { readonly type: 'FontMissing'; readonly path: string }
  | { readonly type: 'NoPrinter' }
  | { readonly type: 'PrintFailed'; readonly reason: string }
export type ExcelFailure =
  | FileFailure
  /** `field` of `form` holds more characters than a cell of Excel takes; nothing was written. */
  | {
      readonly type: 'CellTooLong'
      readonly form: string
      readonly field: string
      readonly length: number
      readonly most: number
    }
  | { readonly type: 'ExcelFailed'; readonly reason: string }

export interface VerifyReport {
  readonly files: number
  readonly changes: number
  readonly bytes: number
  readonly findings: readonly Finding[]
}

/** What a person is typing: on this computer only, never synced. */
export interface Draft {
  readonly id: string
  readonly templateHash: string
  readonly templateCode: string
  /** The record being edited; absent for a new one. */
  readonly record?: string
  /** Number or name of the record that a new one was copied from, until something is typed. */
  readonly copyOf?: string
  /** The record that a new one is made from. */
  readonly from?: string
  readonly values: FormValues
  /** What the record held when editing began; absent for a new one. A save writes only what differs from it. */
  readonly base?: FormValues
  /** Dots that stood under each register when editing began, by path key: so that a later save replaces just what was seen. */
  readonly seen: { readonly [pathKey: string]: readonly string[] }
  /** The same of the customer that a card shows: its id, and the dots by the card's paths. `shown`: what of it the card took over. */
  readonly master?: {
    readonly id: string
    readonly seen: { readonly [pathKey: string]: readonly string[] }
    readonly shown?: FormValues
  }
  /** Milliseconds since 1970. */
  readonly savedAt: number
  readonly person?: string
}

/** A draft that says nothing beyond the changes which are written: its id, and `savedAt` of every one that may stand in its file. */
export interface HeldDraft {
  readonly id: string
  readonly savedAt: readonly number[]
}

export type PinVerdict =
  | { readonly verdict: 'right' }
  /** `triesLeft`: so many more before there is a wait. */
  | { readonly verdict: 'wrong'; readonly triesLeft: number }
  /** Nothing was compared: the next try counts after so many milliseconds. */
  | { readonly verdict: 'wait'; readonly ms: number }
  /** What was kept is no PIN of this program (damaged, or made by a newer one): no digits fit it. */
  | { readonly verdict: 'unreadable' }

export interface LocalSettings {
  readonly language: 'zh-CN' | 'en'
  readonly theme: 'light' | 'dark' | 'system'
  readonly zoom: number
  /** Staff id of who is working here. */
  readonly person?: string
  /** Staff ids of who worked here, the last one first. */
  readonly recentPeople?: readonly string[]
  /** Minutes without any input after which the window is locked; absent: never. */
  readonly idleLock?: 5 | 10 | 15 | 30 | 60
  /** Every writer that this computer has been: what they wrote did not come from elsewhere. */
  readonly ownWriters?: readonly string[]
  /** How far each person (staff id) has looked at what came from elsewhere: sequences by writer. */
  readonly arrivedSeen?: { readonly [person: string]: { readonly [writer: string]: number } }
  /** Where the program puts a backup every day: absent as it would have it, null nowhere. */
  readonly backupFolder?: string | null
  /** How far the tour of the program was gone: the step shown last, from 0; `done`: gone through or not wanted. */
  readonly tour?: number | 'done'
  readonly copies: number
  readonly favourites: readonly string[]
  readonly recents: readonly string[]
  /** Ids of the customers that were chosen here, the last one first. */
  readonly recentCustomers?: readonly string[]
  /** How the library shows its forms; cards when absent. */
  readonly formsView?: 'cards' | 'list'
  /** How the register of each form is shown here, by form code; `@all` is the list of all forms. */
  readonly registers?: { readonly [code: string]: RegisterLayout }
  /** Where columns of tables went, by what they were taken over into (`@customer`, or the form's code) and by their heads. */
  readonly importColumns?: { readonly [target: string]: RememberedMapping }
  /** What was imported here, the last one first. */
  readonly recentImports?: readonly ImportNote[]
  /** How a person wants forms printed here, by form code; a form that is not named is printed as it is drawn. */
  readonly printSetups?: { readonly [code: string]: PrintSetup }
  /** What was chosen for 批量打印 the last time. */
  readonly printRun?: PrintRunChoices
}

/** What a person made of a register: absent parts are as the program would have them. */
export interface RegisterLayout {
  /** Keys of the columns that are shown, in their order. */
  readonly columns?: readonly string[]
  /** Widths in pixels, by column. */
  readonly widths?: { readonly [column: string]: number }
}

export type { RegisterPrint }

export type PrintJob =
  | {
      readonly job: 'form'
      readonly sheets: readonly FormSheet[]
      /** Pages behind the sheets: attachments. */
      readonly extras?: readonly ExtraPage[]
    }
  | { readonly job: 'register'; readonly register: RegisterPrint }

export interface FormSheet {
  readonly template: Template
  readonly values: FormValues
  readonly letterhead: Letterhead
  readonly mode: 'blank' | 'filled'
  /** What is not filled in is drawn for the pen, as on a blank sheet. */
  readonly forPen?: true
  readonly stamp?: string
  /** How often the sheet follows itself in the file, 1 when absent. Its content is written once. */
  readonly copies?: number
  readonly setup?: PrintSetup
}

export interface PdfResult {
  readonly bytes: Uint8Array
  readonly pages: number
  /** For each page the first one (0…) that looks exactly like it; absent where every page differs. */
  readonly alike?: readonly number[]
  /** For each sheet of a job with several the page (0…) on which it begins. */
  readonly starts?: readonly number[]
  readonly missing: readonly string[]
}

export type CallName = keyof Calls
export type EventName = keyof Events

/** What the preload script puts on `window.zhike`. */
export interface Bridge {
  readonly call: <N extends CallName>(name: N, input: Calls[N]['in']) => Promise<Calls[N]['out']>
  readonly on: <N extends EventName>(name: N, listener: (event: Events[N]) => void) => () => void
}
