import type { Path } from '../forms/field'
import type { FieldValue, PersonRef } from '../forms/values'
import type { Json } from '../kernel/canonical-json'
import type { Dot, EntityRef, Hlc, StoredChange } from './change'
import { compareHlc, compareText, dotOf } from './dot'
import { CHANGE_VERSION } from './limits'

/** The rules of folding, and of what is kept of an entity. */
const FOLD_RULES = 2

/**
 * A working copy that was folded by another version of these rules is built anew from the journal; also one of a program that
 * could not read the changes that this one reads: they were passed over then. [TF22]
 */
export const FOLD_VERSION = FOLD_RULES * 1000 + CHANGE_VERSION

/** Which change, when by the writer's clock, and who. */
export interface Stamp {
  readonly dot: Dot
  readonly hlc: Hlc
  readonly person?: PersonRef
}

/** A value that nothing has replaced yet; null is an emptied field. */
export interface Survivor extends Stamp {
  readonly value: FieldValue | null
}

/** A multi-value register. More than one survivor with different values is a conflict for a person to decide. */
export interface Register {
  readonly path: Path
  /** In order of show: latest clock first. Never empty. */
  readonly survivors: readonly Survivor[]
}

/** Whether a 明细行 is there: it is while somebody added it and nobody who had seen that removed it. */
export interface RowState {
  readonly rows: string
  readonly row: string
  readonly adds: readonly Stamp[]
  /** Removals that nobody has settled: when the row is still there, the person is told. */
  readonly removals: readonly Stamp[]
}

/** Everything that is known about one entity: plain JSON, the same whatever order the changes arrived in. */
export interface EntityState {
  readonly entity: EntityRef
  /** Dots of all changes in it, sorted: applying one of them again changes nothing. */
  readonly applied: readonly Dot[]
  /** By the JSON text of the path. */
  readonly registers: { readonly [path: string]: Register }
  /** By `rowKey`. */
  readonly rows: { readonly [row: string]: RowState }
  /** Dots that were replaced before they arrived, with the registers (by path) and rows (by key) where. */
  readonly awaited: { readonly [dot: Dot]: readonly string[] }
  /** The template of the latest change that names one. */
  readonly template: (Stamp & { readonly hash: string }) | null
  /** First and latest change by clock. */
  readonly first: Stamp | null
  readonly last: Stamp | null
  /** Edits that this version does not know, kept for one that does. */
  readonly unknown: readonly { readonly dot: Dot; readonly edit: Json }[]
}

export const emptyEntity = (entity: EntityRef): EntityState => ({
  entity: { kind: entity.kind, id: entity.id },
  applied: [],
  registers: {},
  rows: {},
  awaited: {},
  template: null,
  first: null,
  last: null,
  unknown: [],
})

/** Key of a register in an entity's state. */
export function stateKey(path: Path): string {
  const [name] = path
  if (path.length !== 1 || name === undefined) return JSON.stringify(path)
  // The same few hundred names of fields come again and again.
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = JSON.stringify(path)
  if (keys.size < MOST_KEYS) keys.set(name, key)
  return key
}

const keys = new Map<string, string>()
const MOST_KEYS = 5000

/** The name of the register that holds a row's order key. */
export const ORDER = '@order'

/** Stands for the row itself among the names of its columns; never a register. */
export const ROW = '@row'

/** Key of a row in an entity's state. */
export const rowKey = (rows: string, row: string): string => stateKey([rows, row, ROW])

/** Key of the row whose cell a register is; null for one that is none, and for a row's order, which outlives what is in it. */
export function rowOfCell([rows = '', row = '', column]: Path): string | null {
  return column === undefined || column === ORDER ? null : rowKey(rows, row)
}

/** Key of a row's removals where the dots that replaced them are awaited. */
export const removalsKey = (rows: string, row: string): string => stateKey([rows, row, '@removed'])

export function stampOf(stored: StoredChange): Stamp {
  const { hlc, person } = stored.change
  return { dot: dotOf(stored), hlc: { ms: hlc.ms, n: hlc.n }, ...(person === undefined ? {} : { person }) }
}

/** Order of show: the latest clock first; equal clocks by dot, so that every computer shows the same. */
export const laterFirst = (a: Stamp, b: Stamp): number =>
  compareHlc(b.hlc, a.hlc) || compareText(a.dot, b.dot)
