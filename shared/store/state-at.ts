import type { Path } from '../forms/field'
import type { FormValues, RowValue } from '../forms/values'
import type { Dot, Edit, EntityRef, StoredChange } from './change'
import { compareHlc, compareText, dotOf } from './dot'
import { emptyEntity, type EntityState } from './entity-state'
import { applyChange, foldChanges } from './fold'
import { makeEdits } from './make-edits'
import { seenOf, survivorsAt, valuesOf } from './values-of'

/**
 * Changes in the order of a history: by clock, equal clocks by dot, so that every computer tells it alike. Each change
 * once; those whose content cannot be read are left out.
 */
export function inOrder(changes: Iterable<StoredChange>): readonly StoredChange[] {
  const distinct = new Map<Dot, StoredChange>()
  for (const stored of changes) if (stored.opaque === undefined) distinct.set(dotOf(stored), stored)
  return [...distinct.values()].sort(
    (a, b) => compareHlc(a.change.hlc, b.change.hlc) || compareText(dotOf(a), dotOf(b)),
  )
}

/** The entity as it stood at a moment of its history: all changes up to and with that one. Null when there is no such one. */
export function stateAt(entity: EntityRef, changes: Iterable<StoredChange>, moment: Dot): EntityState | null {
  const ordered = inOrder(changes)
  const at = ordered.findIndex((stored) => dotOf(stored) === moment)
  return at < 0 ? null : foldChanges(entity, ordered.slice(0, at + 1))
}

/** What of an entity is set back: everything that was filled in, or one field, matrix item, row or cell. */
export type SetBackPart = { readonly part: 'all' } | { readonly part: 'path'; readonly path: Path }

/** What was filled in, without the registers and rows of the record itself (`@number`, `@files` …). */
export function filledIn(state: EntityState): FormValues {
  const { values } = valuesOf(state)
  return { ...values, rows: withoutOwn(values.rows) }
}

const withoutOwn = <T>(map: { readonly [name: string]: T }): { readonly [name: string]: T } =>
  Object.fromEntries(Object.entries(map).filter(([name]) => !name.startsWith('@')))

/**
 * The edits, over what stands now, that bring an entity back to what was filled in at a moment. Number, state, attachments
 * and corrections of a record stay as they are. Nothing differs: none.
 */
export function setBackEdits(now: EntityState, then: EntityState, what: SetBackPart): readonly Edit[] {
  const from = filledIn(now)
  const old = filledIn(then)
  const to = what.part === 'all' ? old : withPart(from, old, what.path)
  return makeEdits({ state: now, seen: seenOf(now), from, to })
}

/** `now` with what `then` holds at the path: a field (with its items or rows), a matrix item, a row, a cell. */
export function withPart(now: FormValues, then: FormValues, path: Path): FormValues {
  const [field = '', second, column] = path
  if (second === undefined) {
    return {
      fields: taken(now.fields, field, then.fields[field]),
      matrices: taken(now.matrices, field, then.matrices[field]),
      rows: taken(now.rows, field, then.rows[field]),
    }
  }
  if (column === undefined && (Object.hasOwn(then.matrices, field) || Object.hasOwn(now.matrices, field))) {
    const items = taken(now.matrices[field] ?? {}, second, then.matrices[field]?.[second])
    return { ...now, matrices: { ...now.matrices, [field]: items } }
  }
  const rows = rowsWith(now.rows[field] ?? [], then.rows[field] ?? [], second, column)
  return { ...now, rows: { ...now.rows, [field]: rows } }
}

type Named<T> = { readonly [name: string]: T }

function taken<T>(map: Named<T>, name: string, value: T | undefined): Named<T> {
  const rest = Object.entries(map).filter(([key]) => key !== name)
  return Object.fromEntries(value === undefined ? rest : [...rest, [name, value]])
}

/** A cell of a row that is gone now brings its whole row back: a cell cannot stand alone. */
function rowsWith(
  now: readonly RowValue[],
  then: readonly RowValue[],
  id: string,
  column: string | undefined,
): readonly RowValue[] {
  const old = then.find((row) => row.id === id)
  const standing = now.find((row) => row.id === id)
  if (!standing) return old ? putBack(now, then, old) : now
  if (column === undefined) return old ? replaced(now, old) : now.filter((row) => row.id !== id)
  return replaced(now, { id, cells: taken(standing.cells, column, old?.cells[column]) })
}

const replaced = (rows: readonly RowValue[], by: RowValue): readonly RowValue[] =>
  rows.map((row) => (row.id === by.id ? by : row))

/** Behind the nearest of its former neighbours that is still there. */
function putBack(now: readonly RowValue[], then: readonly RowValue[], row: RowValue): readonly RowValue[] {
  const before = then.slice(0, then.indexOf(row)).map(({ id }) => id)
  const at = now.reduce((place, { id }, i) => (before.includes(id) ? i + 1 : place), 0)
  return [...now.slice(0, at), row, ...now.slice(at)]
}

/** What 恢复 of a void record writes over what stands now: the state before it was voided, and no reason. Not void: none. */
export function restoreEdits(now: EntityState, changes: Iterable<StoredChange>): readonly Edit[] {
  if (shownText(now, '@state') !== 'void') return []
  const seen = seenOf(now)
  const over = (name: string) => seen[name] ?? []
  return [
    { op: 'set', path: ['@state'], value: stateBeforeVoid(now, changes), over: over('@state') },
    ...(shownText(now, '@voidReason') === ''
      ? []
      : [{ op: 'set', path: ['@voidReason'], value: null, over: over('@voidReason') } as const]),
  ]
}

/** How a void record stood before: the latest other state that was shown; by its number when no such change is at hand. */
function stateBeforeVoid(now: EntityState, changes: Iterable<StoredChange>): string {
  let state = emptyEntity(now.entity)
  let before = ''
  for (const stored of inOrder(changes)) {
    state = applyChange(state, stored)
    const shown = shownText(state, '@state')
    if (shown !== '' && shown !== 'void') before = shown
  }
  if (before !== '') return before
  return shownText(now, '@number') === '' ? 'draft' : 'submitted'
}

function shownText(state: EntityState, name: string): string {
  const value = survivorsAt(state, [name])[0]?.value
  return typeof value === 'string' ? value : ''
}
