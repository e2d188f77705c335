import { pathKey, type Path } from '../forms/field'
import type { FieldValue, FormValues, RowValue } from '../forms/values'
import { canonicalJson, type Json } from '../kernel/canonical-json'
import type { Dot, Edit } from './change'
import { ORDER, ROW, type EntityState } from './entity-state'
import { isOrderKey, orderKeysBetween } from './order-key'
import { orderOf } from './values-of'

/** An editing session that is being saved. */
export interface EditSession {
  /** The entity as it stands now, for the order keys of its rows; null for a new one. */
  readonly state: EntityState | null
  /** `seenOf` the entity when editing began: what the edits replace. */
  readonly seen: { readonly [pathKey: string]: readonly Dot[] }
  /** The values when editing began. */
  readonly from: FormValues
  /** The values to be saved. */
  readonly to: FormValues
  /** Registers of the record itself, such as `@state`: each given here is written. */
  readonly registers?: { readonly [name: string]: FieldValue | null }
  /** Paths that are written even when their value has not changed: a person has settled the conflict there. */
  readonly settle?: readonly Path[]
}

/** The fewest edits that make `to` out of `from`. Nothing changed, nothing settled: none. */
export function makeEdits(session: EditSession): readonly Edit[] {
  const { from, to, registers = {}, settle = [] } = session
  const wanted = new Set(settle.map(pathKey))
  const before = cellsOf(from)
  const after = cellsOf(to)
  const sets: Edit[] = []
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const path = (after.get(key) ?? before.get(key))?.path
    if (path === undefined || isInRemovedRow(path, to)) continue
    const value = after.get(key)?.value ?? null
    if (wanted.has(key) || !equal(before.get(key)?.value ?? null, value))
      sets.push(setOf(session, path, value))
  }
  const settledEmpty = settle.filter((path) => !before.has(pathKey(path)) && !after.has(pathKey(path)))
  for (const path of settledEmpty) sets.push(setOf(session, path, null))
  for (const [name, value] of Object.entries(registers)) sets.push(setOf(session, [name], value))
  return [...rowEdits(session), ...sets]
}

/** A member of a map that may have any key, also `constructor`. */
const own = <T>(map: { readonly [key: string]: T }, key: string): T | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined

/** What is no text, number or truth is compared by what it would be written as. */
const equal = (a: FieldValue | null, b: FieldValue | null): boolean =>
  a === b ||
  (typeof a === 'object' &&
    typeof b === 'object' &&
    canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json))

const setOf = ({ seen }: EditSession, path: Path, value: FieldValue | null): Edit => ({
  op: 'set',
  path,
  value,
  over: own(seen, pathKey(path)) ?? [],
})

/** Every value of a form by the key of its path. */
function cellsOf(
  values: FormValues,
): ReadonlyMap<string, { readonly path: Path; readonly value: FieldValue }> {
  const cells = new Map<string, { readonly path: Path; readonly value: FieldValue }>()
  const put = (path: Path, value: FieldValue) => cells.set(pathKey(path), { path, value })
  for (const [field, value] of Object.entries(values.fields)) put([field], value)
  for (const [field, ratings] of Object.entries(values.matrices)) {
    for (const [item, rating] of Object.entries(ratings)) put([field, item], rating)
  }
  for (const [field, rows] of Object.entries(values.rows)) {
    for (const row of rows)
      for (const [column, value] of Object.entries(row.cells)) put([field, row.id, column], value)
  }
  return cells
}

function isInRemovedRow(path: Path, to: FormValues): boolean {
  const [rows = '', row] = path
  return path.length === 3 && !(own(to.rows, rows) ?? []).some(({ id }) => id === row)
}

function rowEdits(session: EditSession): readonly Edit[] {
  const { from, to } = session
  const fields = new Set([...Object.keys(from.rows), ...Object.keys(to.rows)])
  return [...fields].flatMap((rows) => {
    const before = (own(from.rows, rows) ?? []).map(({ id }) => id)
    const after = own(to.rows, rows) ?? []
    return [...removals(session, rows, before, after), ...additionsAndMoves(session, rows, before, after)]
  })
}

function removals(
  session: EditSession,
  rows: string,
  before: readonly string[],
  after: readonly RowValue[],
): Edit[] {
  const kept = new Set(after.map(({ id }) => id))
  return before
    .filter((id) => !kept.has(id))
    .map((row) => ({ op: 'removeRow', rows, row, over: seenInRow(session, rows, row) }))
}

function seenInRow({ seen }: EditSession, rows: string, row: string): readonly Dot[] {
  const dots = new Set<Dot>()
  const cells = `${JSON.stringify([rows, row]).slice(0, -1)},`
  const order = pathKey([rows, row, ORDER])
  for (const [key, under] of Object.entries(seen)) {
    if (key.startsWith(cells) && key !== order) for (const dot of under) dots.add(dot)
  }
  return [...dots].sort()
}

/** New rows get keys between their neighbours; rows that were moved get new ones; all others keep theirs. */
function additionsAndMoves(
  session: EditSession,
  rows: string,
  before: readonly string[],
  after: readonly RowValue[],
): Edit[] {
  const known = new Set(before)
  const ids = after.map(({ id }) => id)
  const old = ids.filter((id) => known.has(id))
  const unmoved = before.filter((id) => ids.includes(id)).every((id, at) => id === old[at])
  if (unmoved && old.length === ids.length) return []
  const keyed = old.flatMap((id) => {
    const key = session.state === null ? null : orderOf(session.state, rows, id)
    return key !== null && isOrderKey(key) ? [{ id, key }] : []
  })
  const fixed = fixedRows(keyed)
  const edits: Edit[] = []
  let low: string | null = null
  let run: string[] = []
  const placeRun = (high: string | null) => {
    const orders = orderKeysBetween(low, high, run.length)
    for (const [i, row] of run.entries()) edits.push(placed(session, rows, row, orders[i] ?? '', known))
    run = []
  }
  for (const id of ids) {
    const key = fixed.get(id)
    if (key === undefined) run.push(id)
    else {
      placeRun(key)
      low = key
    }
  }
  placeRun(null)
  return edits
}

function placed(
  session: EditSession,
  rows: string,
  row: string,
  order: string,
  known: ReadonlySet<string>,
): Edit {
  if (known.has(row)) return setOf(session, [rows, row, ORDER], order)
  const over = own(session.seen, pathKey([rows, row, ROW]))
  return { op: 'addRow', rows, row, order, ...(over === undefined ? {} : { over }) }
}

/** The most rows that can keep their keys, by id: a longest run of strictly rising keys (n log n). */
function fixedRows(
  rows: readonly { readonly id: string; readonly key: string }[],
): ReadonlyMap<string, string> {
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  for (const [i, { key }] of rows.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((rows[tails[middle] ?? 0]?.key ?? '') < key) low = middle + 1
      else high = middle
    }
    previous[i] = low > 0 ? tails[low - 1] : undefined
    tails[low] = i
  }
  const fixed = new Map<string, string>()
  for (let i = tails.at(-1); i !== undefined; i = previous[i]) {
    const kept = rows[i]
    if (kept !== undefined) fixed.set(kept.id, kept.key)
  }
  return fixed
}
