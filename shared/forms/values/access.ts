import type { Path } from '../field'
import type { FieldValue, FormValues, RowValue } from '../values'

/** The value at a path; undefined when it is empty, or the row is not there. */
export function getValue(values: FormValues, path: Path): FieldValue | undefined {
  const [key = '', second, column] = path
  if (second === undefined) return own(values.fields, key)
  if (column === undefined) {
    const items = own(values.matrices, key)
    return items && own(items, second)
  }
  const rows = own(values.rows, key)
  const row = rows?.[rowIndex(rows, second)]
  return row && own(row.cells, column)
}

/** Places of rows by id, of long lists: values never change, and a form asks for each of its cells. */
const places = new WeakMap<readonly RowValue[], ReadonlyMap<string, number>>()
/** Fewer are looked through as fast. */
const LONG = 12

/** The place (0 …) of the first row with this id; −1 where there is none. */
export function rowIndex(rows: readonly RowValue[], id: string): number {
  if (rows.length < LONG) return rows.findIndex((row) => row.id === id)
  let known = places.get(rows)
  if (!known) {
    // The first of two rows with one id counts: it is written last.
    known = new Map(rows.map((row, index) => [row.id, index] as const).reverse())
    places.set(rows, known)
  }
  return known.get(id) ?? -1
}

/**
 * The same values with one of them changed; null, an empty text or an empty list empties it. Writing into a row that
 * is not there adds it: preset rows (`p1`, `p2` …) at their place, others at the end. A row that the screen draws ahead
 * (`+n`) must get an id first: see ensureRow.
 */
export function setValue(values: FormValues, path: Path, value: FieldValue | null): FormValues {
  const [key = '', second, column] = path
  const kept = isEmptyValue(value) ? null : value
  if (second === undefined) return { ...values, fields: withMember(values.fields, key, kept) }
  if (column === undefined) {
    if (kept !== null && typeof kept !== 'string') throw new Error('a matrix item holds a text')
    const items = withMember(own(values.matrices, key) ?? {}, second, kept)
    return { ...values, matrices: withMember(values.matrices, key, isEmptyObject(items) ? null : items) }
  }
  if (second === '*' || second.startsWith('+')) throw new Error(`no row has the id ${second}`)
  const rows = own(values.rows, key) ?? []
  const known = rows.some((row) => row.id === second)
  if (!known && kept === null) return values
  const all = known ? rows : insertRow(rows, second)
  const changed = all.map((row) =>
    row.id === second ? { ...row, cells: withMember(row.cells, column, kept) } : row,
  )
  return { ...values, rows: { ...values.rows, [key]: changed } }
}

/** The id of a preset row's place (1, 2, …): the same on every computer, so that edits of one row meet. */
export const presetRowId = (place: number): string => `p${place}`

/** The place of a preset row's id; null for other ids. */
export function presetPlace(id: string): number | null {
  const place = /^p([1-9]\d{0,3})$/.exec(id)?.[1]
  return place === undefined ? null : Number(place)
}

/**
 * Makes sure that a rows field has a row at a place (1, 2, …), with empty rows before it where none are.
 * Answers the values and that row's id.
 */
export function ensureRow(
  values: FormValues,
  rows: string,
  place: number,
  newId: () => string,
): { readonly values: FormValues; readonly id: string } {
  const all = [...(own(values.rows, rows) ?? [])]
  while (all.length < place) all.push({ id: newId(), cells: {} })
  return { values: { ...values, rows: { ...values.rows, [rows]: all } }, id: all[place - 1]?.id ?? '' }
}

/** Without one row. */
export function removeRow(values: FormValues, rows: string, id: string): FormValues {
  const all = own(values.rows, rows) ?? []
  return { ...values, rows: { ...values.rows, [rows]: all.filter((row) => row.id !== id) } }
}

export const isEmptyRow = (row: RowValue): boolean => isEmptyObject(row.cells)

/** Nothing, an empty text, an empty list, or a person without a name. `false` is an answer. */
export function isEmptyValue(value: FieldValue | null | undefined): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string' || Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && 'name' in value && value.name === '' && value.id === undefined
}

function insertRow(rows: readonly RowValue[], id: string): readonly RowValue[] {
  const row: RowValue = { id, cells: {} }
  const place = presetPlace(id)
  if (place === null) return [...rows, row]
  const at = rows.findIndex((other) => (presetPlace(other.id) ?? Infinity) > place)
  return at === -1 ? [...rows, row] : [...rows.slice(0, at), row, ...rows.slice(at)]
}

/** Own members only: a field may be called like something that every object has. */
function own<T>(members: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(members, key) ? members[key] : undefined
}

function withMember<T>(
  members: { readonly [key: string]: T },
  key: string,
  value: T | null,
): { readonly [key: string]: T } {
  if (value !== null) return { ...members, [key]: value }
  return Object.fromEntries(Object.entries(members).filter(([name]) => name !== key))
}

const isEmptyObject = (members: object): boolean => Object.keys(members).length === 0
