import { sameJson } from '../../shared/kernel/same-json'
import type { FieldValue, FormValues, RowValue } from '../../shared/forms/values'

/**
 * What an open form shows after its record was changed elsewhere: fields that the person has not touched since `base`
 * follow `incoming`; touched ones stay as they were typed.
 */
export function mergeValues(base: FormValues, current: FormValues, incoming: FormValues): FormValues {
  const matrices = namesOf(base.matrices, current.matrices, incoming.matrices).map(
    (field) =>
      [
        field,
        mergeCells(base.matrices[field] ?? {}, current.matrices[field] ?? {}, incoming.matrices[field] ?? {}),
      ] as const,
  )
  const rows = namesOf(base.rows, current.rows, incoming.rows).map(
    (field) =>
      [
        field,
        mergeRows(base.rows[field] ?? [], current.rows[field] ?? [], incoming.rows[field] ?? []),
      ] as const,
  )
  return {
    fields: mergeCells(base.fields, current.fields, incoming.fields),
    matrices: Object.fromEntries(matrices.filter(([, items]) => Object.keys(items).length > 0)),
    rows: Object.fromEntries(rows.filter(([, list]) => list.length > 0)),
  }
}

export function sameValues(a: FormValues, b: FormValues): boolean {
  return (
    a === b ||
    (sameJson(a.fields, b.fields) &&
      sameJson(withoutEmpty(a.matrices), withoutEmpty(b.matrices)) &&
      sameJson(withoutEmpty(a.rows), withoutEmpty(b.rows)))
  )
}

export function sameValue(a: FieldValue | null | undefined, b: FieldValue | null | undefined): boolean {
  return a === b || sameJson(a ?? null, b ?? null)
}

type Cells<V> = { readonly [key: string]: V }

function mergeCells<V extends FieldValue>(base: Cells<V>, current: Cells<V>, incoming: Cells<V>): Cells<V> {
  const merged: { [key: string]: V } = {}
  for (const key of namesOf(base, current, incoming)) {
    const value = sameValue(base[key], current[key]) ? incoming[key] : current[key]
    if (value !== undefined) merged[key] = value
  }
  return merged
}

/** Rows in the incoming order; what the person added stands behind the row it was added after. */
function mergeRows(
  base: readonly RowValue[],
  current: readonly RowValue[],
  incoming: readonly RowValue[],
): readonly RowValue[] {
  const based = byId(base)
  const mine = byId(current)
  const theirs = byId(incoming)
  const moved = !sameOrder(base, current, incoming)
  const merged: RowValue[] = []
  for (const row of moved ? current : incoming) {
    const own = mine.get(row.id)
    const other = theirs.get(row.id)
    const old = based.get(row.id)
    if (!own) {
      // New elsewhere, or removed here: the person's removal holds.
      if (other && !old) merged.push(other)
    } else if (other) {
      merged.push({ id: row.id, cells: mergeCells(old?.cells ?? {}, own.cells, other.cells) })
    } else if (!old || touched(old, own)) merged.push(own)
  }
  const missing = moved
    ? incoming.filter((row) => !mine.has(row.id) && !based.has(row.id))
    : current.filter((row) => !theirs.has(row.id) && (!based.has(row.id) || touched(based.get(row.id), row)))
  for (const row of missing) merged.splice(placeAfter(moved ? incoming : current, row.id, merged), 0, row)
  return merged
}

/** The place behind the nearest earlier neighbour that `merged` holds. */
function placeAfter(order: readonly RowValue[], id: string, merged: readonly RowValue[]): number {
  for (let i = order.findIndex((row) => row.id === id) - 1; i >= 0; i--) {
    const at = merged.findIndex((row) => row.id === order[i]?.id)
    if (at >= 0) return at + 1
  }
  return 0
}

/** True when the person has not moved rows since `base`: the incoming order may hold then. */
function sameOrder(
  base: readonly RowValue[],
  current: readonly RowValue[],
  incoming: readonly RowValue[],
): boolean {
  const known = new Set(incoming.map((row) => row.id))
  const here = new Set(current.map((row) => row.id))
  const before = base.filter((row) => here.has(row.id) && known.has(row.id)).map((row) => row.id)
  const were = new Set(before)
  const now = current.filter((row) => were.has(row.id)).map((row) => row.id)
  return before.join() === now.join()
}

const touched = (old: RowValue | undefined, own: RowValue): boolean => !sameJson(old?.cells ?? {}, own.cells)

const byId = (rows: readonly RowValue[]): ReadonlyMap<string, RowValue> =>
  new Map(rows.map((row) => [row.id, row]))

function namesOf(...maps: readonly { readonly [key: string]: unknown }[]): string[] {
  return [...new Set(maps.flatMap((map) => Object.keys(map)))]
}

/** Without empty containers, which mean nothing. */
function withoutEmpty(containers: { readonly [key: string]: object }): object {
  const entries = Object.entries(containers)
  const kept = entries.filter(([, members]) => Object.keys(members).length > 0)
  return kept.length === entries.length ? containers : Object.fromEntries(kept)
}
