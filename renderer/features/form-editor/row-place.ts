import { presetPlace, rowIndex, rowsField } from '../../../shared/forms'
import { pathKey } from '../../../shared/forms/field'
import type { Path } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'

/** A cell's place among the rows of its field, whether the row exists yet or is only printed. */
export interface RowPlace {
  readonly rows: string
  /** 0 for the first row. */
  readonly index: number
  readonly column: string
  /** The row's id; null while it is only printed and nothing stands in it. */
  readonly id: string | null
}

/** Null for a path that is not a row's cell, or whose row is gone. */
export function rowPlace(path: Path, values: FormValues): RowPlace | null {
  const [rows, row, column] = path
  if (rows === undefined || row === undefined || column === undefined) return null
  if (row.startsWith('+')) {
    // Printed places count from 1.
    const index = Number(row.slice(1)) - 1
    return Number.isInteger(index) && index >= 0 ? { rows, index, column, id: null } : null
  }
  const index = rowIndex(values.rows[rows] ?? [], row)
  if (index >= 0) return { rows, index, column, id: row }
  // A preset row has its id before anything stands in it.
  const preset = presetPlace(row)
  return preset === null ? null : { rows, index: preset - 1, column, id: null }
}

/** A key that stays the same when the row at this place comes to exist. */
export function placeKey(path: Path, place: RowPlace | null): string {
  return place ? `${place.rows}/${place.index}/${place.column}` : pathKey(path)
}

/** Whether some list of the form is full as it is printed and may still grow: only then one more row is drawn while working in it. */
export const hasRoomForRows = (template: Template, values: FormValues): boolean =>
  template.fields.some(({ key }) => {
    const type = rowsField(template, key)?.type
    if (!type || type.preset || type.direction !== 'down') return false
    const count = values.rows[key]?.length ?? 0
    return count >= type.printed && count < type.max
  })
