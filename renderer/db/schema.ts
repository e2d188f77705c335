import { Dexie, type Table } from 'dexie'
import type { Dot, StoredChange } from '../../shared/store/change'
import type { EntityState } from '../../shared/store'
import type { ListRow } from '../../shared/search/list-row'
import type { BundleKey, BundleName } from './bundles'
import { packRows } from './packing'
import type { RecordRow } from './records-types'

/**
 * The working copy's tables. A version that was shipped is never edited: add the next one below it, name its upgrade and
 * say why, and open a stored old database in its test.
 */
export const SCHEMA_VERSION = 4

/** Version 1, the first: names before the first comma are the primary keys. */
const VERSION_1 = {
  /** Every change that was applied, whole. */
  changes: '[stream+at], entity',
  /** Every entity folded from its changes. */
  entities: 'key, kind',
  /** One compact line per record, for lists; pages go on by key. */
  records: 'id, templateCode, [templateCode+updatedAt+id], [updatedAt+id], [templateCode+number], customer',
  /** How far each writer's journal is applied. */
  cursors: 'writer',
  /** The highest counter given in each run of numbers. */
  numbers: '[templateCode+scope]',
  meta: 'key',
} as const

/**
 * Version 2, everyday work: lists and the search stand in memory, so that lines need few indexes; customers have lines of
 * their own; changes are read by time; changes and states are packed (./packing). Its rows are of another shape: the folding rules have a new version, and the whole
 * working copy is built anew from the journal.
 */
const VERSION_2 = {
  /** Keys begin with the kind. */
  entities: 'key',
  changes: '[stream+at], entity, [ms+stream+at]',
  records: 'id, [updatedAt+id], [list+number], from',
  customers: 'id, title, number',
} as const

/**
 * Version 3, long runs: changes that come by the thousand stand in bundles (./bundles, ./change-log), and what is packed is
 * kept as bytes. Rows of version 2 are read as they are.
 */
const VERSION_3 = {
  /** `carried`: the entities of changes that stand in another writer's journal than their own. */
  bundles: '[stream+last+count+oldest+newest], *carried',
} as const

/**
 * Version 4, lists at once: the lines of records as the lists keep them stand packed by the thousand beside the rows (./lists/line-blocks),
 * so that a start reads some fifty rows instead of a hundred thousand. The first start with it makes them.
 */
const VERSION_4 = { lineBlocks: 'no' } as const

/** The writer in whose journal a change stands, and its place there; carried ones stand in another writer's journal. */
export interface ChangeRow {
  readonly stream: string
  readonly at: number
  /** `kind:id` */
  readonly entity: string
  /** The change's clock, milliseconds since 1970. */
  readonly ms: number
  /** Packed in the table. */
  readonly stored: StoredChange
}

/** Some fifty changes that follow one another in a stream. */
export interface BundleRow extends BundleName {
  /** `kind:id` */
  readonly carried: readonly string[]
  /** A line of JSON (UTF-8) for each change. */
  readonly text: Uint8Array
}

export interface EntityRow {
  /** `kind:id` */
  readonly key: string
  readonly kind: string
  /** Packed in the table. */
  readonly state: EntityState
}

export interface CursorRow {
  readonly writer: string
  readonly seq: number
  readonly chain: string
  /** Rows of `changes` that stand in this stream: what is lost by the browser's storage shows as a difference. */
  readonly rows: number
}

export interface NumberRow {
  readonly templateCode: string
  readonly scope: string
  readonly highest: number
}

/** One row: where all lists stand as they are in memory (./lists/line-blocks). Programs before kept them in the row, or some thousand lines in each. */
export interface LineBlockRow {
  readonly no: number
  /** By what it was made. */
  readonly rules: string
  /** From what of each writer. */
  readonly applied: readonly { readonly writer: string; readonly seq: number }[]
  /** As `meta` had it then. */
  readonly dropped: number
  /** The file beside the working copy (./lists/image-file), and the bytes of its head. */
  readonly file: string
  readonly head: number
  /** Of all the file (./lists/checksum). */
  readonly sum: number
}

/**
 * `fold`: the rules by which the entities were folded; `lines`: those by which the lines were made of them; `lineBlocks`: how often lines
 * were made anew that the image did not hear of. Its rules are empty: what a program before this one kept is not used.
 */
export type MetaRow =
  | { readonly key: 'fold'; readonly version: number }
  | { readonly key: 'lines'; readonly rules: string }
  | { readonly key: 'lineBlocks'; readonly rules: string; readonly dropped: number }

export class WorkingDb extends Dexie {
  declare readonly changes: Table<ChangeRow, [string, number]>
  declare readonly bundles: Table<BundleRow, BundleKey>
  declare readonly entities: Table<EntityRow, string>
  declare readonly records: Table<RecordRow, string>
  declare readonly customers: Table<ListRow, string>
  declare readonly cursors: Table<CursorRow, string>
  declare readonly numbers: Table<NumberRow, [string, string]>
  declare readonly meta: Table<MetaRow, string>
  declare readonly lineBlocks: Table<LineBlockRow, number>

  /** `relaxed`: transactions are there whole or not at all, but the last of them may be lost with the power. */
  constructor(name: string, durability: 'strict' | 'relaxed' = 'strict') {
    super(name, { chromeTransactionDurability: durability })
    packRows(this)
    this.version(1).stores(VERSION_1)
    this.version(2).stores(VERSION_2)
    this.version(3).stores(VERSION_3)
    this.version(SCHEMA_VERSION).stores(VERSION_4)
  }
}

/** Changes that only a working copy had, kept apart from it and never overwritten. */
export interface AsideRow {
  readonly dot: Dot
  readonly stored: StoredChange
  /** Milliseconds since 1970. */
  readonly foundAt: number
  /** asked: not yet decided; aside: the person chose to leave it; restored: it is in the journal again. */
  readonly fate: 'asked' | 'aside' | 'restored'
}

export class AsideDb extends Dexie {
  declare readonly changes: Table<AsideRow, string>

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ changes: 'dot, fate' })
  }
}

export const workingName = (folderId: string): string => `zhike-${folderId}`
export const asideName = (folderId: string): string => `zhike-aside-${folderId}`
/** Entities of one kind, in order of key. */
export const ofKind = (db: WorkingDb, kind: string) =>
  db.entities.where('key').between(`${kind}:`, `${kind};`, true, false)

export const entityKey = (ref: { readonly kind: string; readonly id: string }): string =>
  `${ref.kind}:${ref.id}`
