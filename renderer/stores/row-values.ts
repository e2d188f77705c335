import { ensureRow, isEmptyRow } from '../../shared/forms'
import type { Path } from '../../shared/forms/field'
import type { FormValues, RowValue } from '../../shared/forms/values'

/**
 * Makes the row that a `+n` path speaks of (n: its place, from 1), and the empty ones before it. Other paths come back as
 * they are. Null when the field holds no more than `max` rows.
 */
export function realRow(
  values: FormValues,
  path: Path,
  max: number,
  newId: () => string,
): { readonly values: FormValues; readonly path: Path } | null {
  const [field, row, column] = path
  if (field === undefined || column === undefined || row?.startsWith('+') !== true) return { values, path }
  const place = Number(row.slice(1))
  if (!Number.isInteger(place) || place < 1 || place > max) return null
  const made = ensureRow(values, field, place, newId)
  return { values: made.values, path: [field, made.id, column] }
}

/** Puts an empty row before the place `at` (0…), or at the end. */
export function insertRow(values: FormValues, field: string, id: string, at?: number): FormValues {
  const rows = [...(values.rows[field] ?? [])]
  rows.splice(at ?? rows.length, 0, { id, cells: {} })
  return { ...values, rows: { ...values.rows, [field]: rows } }
}

/** Without the empty rows at the end that nobody has stored: they were only made on the way to a later one. */
export function withoutSpareRows(values: FormValues, base: FormValues): FormValues {
  const rows = Object.entries(values.rows).map(([field, all]) => {
    const stored = new Set((base.rows[field] ?? []).map((row) => row.id))
    const kept = [...all]
    while (isSpare(kept.at(-1), stored)) kept.pop()
    return [field, kept] as const
  })
  return { ...values, rows: Object.fromEntries(rows.filter(([, kept]) => kept.length > 0)) }
}

const isSpare = (row: RowValue | undefined, stored: ReadonlySet<string>): boolean =>
  row !== undefined && isEmptyRow(row) && !stored.has(row.id)
