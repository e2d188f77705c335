import { pathKey, type Path } from '../forms/field'
import type { FieldValue, FormValues, RowValue } from '../forms/values'
import { canonicalJson, type Json } from '../kernel/canonical-json'
import type { Dot } from './change'
import { compareText } from './dot'
import {
  ORDER,
  ROW,
  rowKey,
  rowOfCell,
  stateKey,
  type EntityState,
  type Register,
  type RowState,
  type Stamp,
  type Survivor,
} from './entity-state'

/** What the changes of an entity come to, and what a person has to decide. */
export interface EntityValues {
  readonly values: FormValues
  /** By `pathKey`: the surviving values where they differ, the one that `values` shows first. */
  readonly conflicts: { readonly [pathKey: string]: readonly Survivor[] }
  /** Rows that someone removed while someone else wrote into them: they are still there. */
  readonly disputedRows: readonly DisputedRow[]
}

export interface DisputedRow {
  readonly rows: string
  readonly row: string
  readonly removals: readonly Stamp[]
}

/** A record's own registers, whose names begin with `@`. */
export interface RecordInfo {
  readonly state: 'draft' | 'submitted' | 'closed' | 'void'
  readonly number: string | null
  readonly voidReason: string | null
  /** Content hash of the template that the record is filled from. */
  readonly template: string | null
  /** Id of the record that it was made from. */
  readonly from: string | null
  /** How often it was corrected after 登记. */
  readonly corrections: number
  /** How many attachments it has. */
  readonly files: number
  readonly created: Stamp | null
  readonly changed: Stamp | null
}

/** Of a draft of a card: what of its customer was known when that was chosen. [ST41] */
export const KNOWN = '@known'

/** What needs no decision: who dealt with a day and with which word, and what a card knew. */
const UNDISPUTED: ReadonlySet<string> = new Set(['@dealt', KNOWN])

/** Form values, conflicts and disputed rows of an entity. A path of two is a matrix's item, of three a row's cell. */
export function valuesOf(state: EntityState): EntityValues {
  const fields: [string, FieldValue][] = []
  const matrices = new Map<string, [string, string][]>()
  const cells = new Map<string, [string, FieldValue][]>()
  const conflicts: [string, readonly Survivor[]][] = []
  // By code units, as everywhere.
  for (const key of Object.keys(state.registers).sort()) {
    const register = state.registers[key]
    if (register === undefined) continue
    const [first = '', second, third] = register.path
    if (isConflict(register) && third !== ORDER && !UNDISPUTED.has(first))
      conflicts.push([pathKey(register.path), register.survivors])
    const value = register.survivors[0]?.value ?? null
    if (value === null || first.startsWith('@') || third === ORDER) continue
    if (second === undefined) fields.push([first, value])
    else if (third !== undefined) addTo(cells, rowKey(first, second), [third, value])
    else if (typeof value === 'string') addTo(matrices, first, [second, value])
  }
  const rows = rowsOf(state, cells)
  return {
    values: {
      fields: Object.fromEntries(fields),
      matrices: Object.fromEntries(
        [...matrices].map(([field, values]) => [field, Object.fromEntries(values)]),
      ),
      rows: Object.fromEntries(rows),
    },
    conflicts: Object.fromEntries(conflicts),
    disputedRows: Object.values(state.rows)
      .filter((row) => row.removals.length > 0 && isThere(state, row))
      .map(({ rows, row, removals }) => ({ rows, row, removals }))
      .sort((a, b) => compareText(a.rows, b.rows) || compareText(a.row, b.row)),
  }
}

/** The surviving values at a path, the one to be shown first; empty when nothing was ever written there. */
export const survivorsAt = (state: EntityState, path: Path): readonly Survivor[] =>
  state.registers[stateKey(path)]?.survivors ?? []

/**
 * The dots that stand under each register, by `pathKey`; a row itself is under `[rows, row, '@row']`. Taken when
 * editing begins and handed to `makeEdits`, so that a save replaces just what the person saw.
 */
export function seenOf(state: EntityState): { readonly [pathKey: string]: readonly Dot[] } {
  const registers = Object.values(state.registers).map(({ path, survivors }): [string, Dot[]] => [
    pathKey(path),
    survivors.map(({ dot }) => dot),
  ])
  const rows = Object.values(state.rows).map(({ rows, row, adds, removals }): [string, Dot[]] => [
    pathKey([rows, row, ROW]),
    [...adds, ...removals].map(({ dot }) => dot),
  ])
  return Object.fromEntries([...registers, ...rows])
}

/** Rows of a record itself: its corrections after 登记 (cell `reason`), and its attachments (`name`, `hash`, `size`, `type`). */
export const CORRECTIONS = '@corrections'
export const FILES = '@files'

const countRows = (state: EntityState, rows: string): number =>
  Object.values(state.rows).filter((row) => row.rows === rows && isThere(state, row)).length

/** State, number and origin of a record. An unknown state counts as a draft. */
export function recordInfo(state: EntityState): RecordInfo {
  const shown = (name: string): string | null => {
    const value = survivorsAt(state, [name])[0]?.value
    return typeof value === 'string' ? value : null
  }
  const life = shown('@state')
  return {
    state: life === 'submitted' || life === 'closed' || life === 'void' ? life : 'draft',
    number: shown('@number'),
    voidReason: shown('@voidReason'),
    template: state.template?.hash ?? null,
    from: shown('@from'),
    corrections: countRows(state, CORRECTIONS),
    files: countRows(state, FILES),
    created: state.first,
    changed: state.last,
  }
}

/** The order key of a row as it stands, or null. */
export function orderOf(state: EntityState, rows: string, row: string): string | null {
  const value = survivorsAt(state, [rows, row, ORDER])[0]?.value
  return typeof value === 'string' ? value : null
}

function isConflict({ survivors }: Register): boolean {
  if (survivors.length < 2) return false
  return new Set(survivors.map(({ value }) => canonicalJson(value as unknown as Json))).size > 1
}

/** A row is there while an addition of it survives, or anything that someone wrote into it. */
function isThere({ registers }: EntityState, { rows, row, adds }: RowState): boolean {
  if (adds.length > 0) return true
  const key = rowKey(rows, row)
  return Object.values(registers).some((cell) => isFilled(cell) && rowOfCell(cell.path) === key)
}

const isFilled = ({ survivors }: Register): boolean => survivors.some(({ value }) => value !== null)

function rowsOf(
  state: EntityState,
  cells: ReadonlyMap<string, readonly [string, FieldValue][]>,
): readonly [string, readonly RowValue[]][] {
  const byField = new Map<string, { readonly order: string; readonly value: RowValue }[]>()
  const keys = new Set<string>()
  for (const [key, { adds }] of Object.entries(state.rows)) if (adds.length > 0) keys.add(key)
  for (const cell of Object.values(state.registers)) {
    const row = isFilled(cell) ? rowOfCell(cell.path) : null
    if (row !== null) keys.add(row)
  }
  for (const key of keys) {
    const [rows = '', row = ''] = JSON.parse(key) as readonly string[]
    const value: RowValue = { id: row, cells: Object.fromEntries(cells.get(key) ?? []) }
    addTo(byField, rows, { order: orderOf(state, rows, row) ?? '', value })
  }
  return [...byField]
    .sort(([a], [b]) => compareText(a, b))
    .map(([field, rows]) => [
      field,
      rows
        .sort((a, b) => compareText(a.order, b.order) || compareText(a.value.id, b.value.id))
        .map(({ value }) => value),
    ])
}

function addTo<T>(lists: Map<string, T[]>, key: string, entry: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [entry])
  else list.push(entry)
}
