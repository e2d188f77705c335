import type { Path } from '../forms/field'
import type { FieldValue, PersonRef } from '../forms/values'
import type { Json } from '../kernel/canonical-json'

/**
 * The name of one change: `writer:seq:hash`, hash being the first 32 hex digits of the SHA-256 of its payload.
 * A value that replaces others names them by their dots.
 */
export type Dot = string

export type EntityKind = 'record' | 'customer' | 'staff' | 'firm'

export interface EntityRef {
  readonly kind: EntityKind
  /** UUIDv7; the firm's own settings have the fixed id `firm`. */
  readonly id: string
}

/** Hybrid logical clock: orders what is shown first, never decides what survives. */
export interface Hlc {
  /** Milliseconds since 1970, never behind an earlier change of this writer. */
  readonly ms: number
  /** Counter within one millisecond. */
  readonly n: number
}

/** One thing that a person did, written at once. Unknown members are kept and passed on. */
export interface Change {
  readonly v: 1
  readonly writer: string
  readonly seq: number
  readonly hlc: Hlc
  /** Who was working; absent before the staff list exists. */
  readonly person?: PersonRef
  /** Binds the changes of one import or one command. */
  readonly batch?: string
  readonly entity: EntityRef
  /** Content hash (64 hex digits) of the template that the record is filled from. */
  readonly template?: string
  readonly edits: readonly Edit[]
}

export type Edit = SetField | AddRow | RemoveRow

/**
 * Gives the register at `path` a value; null empties it. Registers whose first name begins with `@` belong to the record
 * itself: `@state`, `@number`, `@template`, `@voidReason`, `@customer`.
 */
export interface SetField {
  readonly op: 'set'
  readonly path: Path
  readonly value: FieldValue | null
  /** Dots of the values that the person saw and replaces. */
  readonly over: readonly Dot[]
}

export interface AddRow {
  readonly op: 'addRow'
  readonly rows: string
  readonly row: string
  /** Fractional order key. A later move is a set of `[rows, row, '@order']`. */
  readonly order: string
  /** Dots of the removals that this settles, when a row that someone removed is kept after all. */
  readonly over?: readonly Dot[]
}

/** Removes what the person had seen of the row; what someone else wrote into it meanwhile survives. */
export interface RemoveRow {
  readonly op: 'removeRow'
  readonly rows: string
  readonly row: string
  readonly over: readonly Dot[]
}

/** What the screen asks to be written; writer, sequence and clock are given by the journal. */
export type NewChange = Omit<Change, 'v' | 'writer' | 'seq' | 'hlc'>

/** A change as it stands in a journal. */
export interface StoredChange {
  readonly change: Change
  /** SHA-256 of the payload (canonical JSON, UTF-8), 64 hex digits. */
  readonly hash: string
  /** The writer's hash chain up to and including this change, 64 hex digits. */
  readonly chain: string
  /**
   * Where the change stands when it was not read from its own writer's journal but carried into another's after a
   * loss: the places of the frames around it, outermost first. `cursorOf` says which place a reader has passed.
   */
  readonly carriedBy?: readonly Cursor[]
  /**
   * Why the content cannot be read by this program: `change.edits` is empty and `change.entity.id` is ''. The place in
   * the chain is real, so a cursor passes over it; there is nothing to fold.
   */
  readonly opaque?: 'destroyed' | 'newer' | 'unreadable'
  /** What an opaque change's own frame holds, for whoever carries it; absent where that is gone, or no canonical JSON. [ST14] */
  readonly raw?: { readonly type: number; readonly content: Json }
}

/** How far a writer's changes are known. */
export interface Cursor {
  readonly writer: string
  readonly seq: number
  readonly chain: string
}
