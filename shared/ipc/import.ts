import type { SourceNote, SourceSheet } from '../import/cell'
import type { SourceRefusal } from '../import/refusal'
import type { Result } from '../kernel/result'
import type { Dot } from '../store/change'
import type { FileFailure, JournalFailure } from './contract'

/** Calls about tables of other programs: read in a process of its own, held by the main process, and asked for in parts. */
export interface ImportCalls {
  /** Asks for a file of tables, then reads it. null: the person cancelled the dialog. */
  'import:choose': { in: null; out: Result<TablesRead | null, SourceRefusal> }
  /** Reads a file that was dropped into the window. */
  'import:read': { in: { name: string; bytes: Uint8Array }; out: Result<TablesRead, SourceRefusal> }
  /**
   * The next rows of a sheet of the file that was read last, behind so many: JSON of `SheetRow[]`, since one text crosses many
   * times faster. An empty list at the end.
   */
  'import:rows': { in: { sheet: number; after: number }; out: string }
  /** Ends the reading, which answers Cancelled, and forgets what was read. */
  'import:stop': { in: null; out: null }
  /** Writes changes, JSON of `NewChange[]`, into the journal, all of them or none. */
  'import:append': { in: { changes: string }; out: Result<Appended, JournalFailure> }
  /** Asks for a place, then writes the text of a CSV file (`exportCsv`). `path` null: the person cancelled. */
  'csv:save': {
    in: { text: string; suggestedName: string }
    out: Result<{ path: string | null }, FileFailure>
  }
}

export interface ImportEvents {
  /** So many rows were read of the file. */
  'import:progress': { rows: number }
}

export interface TablesRead {
  /** The file's name, without its folder. */
  readonly name: string
  readonly sheets: readonly SheetRead[]
  readonly notes: readonly SourceNote[]
}

/** A sheet without its rows. */
export interface SheetRead extends Omit<SourceSheet, 'rows'> {
  /** How many rows are not empty. */
  readonly filled: number
}

/** One import on this computer, so that it can be taken back later. */
export interface ImportNote {
  readonly batch: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** `@customer`, or the form's code. */
  readonly target: string
  /** The file's name; empty for pasted cells. */
  readonly file: string
  /** Where its changes stand in a journal: sequences of the first and the last. */
  readonly place: { readonly writer: string; readonly first: number; readonly last: number }
  /** Customers or records that were written. */
  readonly written: number
  readonly undone?: true
}

/** Names of the first and the last change that were written. */
export interface Appended {
  readonly first: Dot
  readonly last: Dot
}
