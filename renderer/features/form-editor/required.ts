import { findField, getValue, isEmptyRow, isEmptyValue, rowIndex } from '../../../shared/forms'
import { pathKey } from '../../../shared/forms/field'
import type { Path } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import type { RowPlace } from './row-place'
import type { Stop } from './stops'

/** Stops that must be filled before 登记 and are still empty. Of rows, only those in which something stands. */
export function stillRequired(stops: readonly Stop[], values: FormValues): ReadonlySet<string> {
  const keys = stops
    .filter(({ field, path, row }) => {
      if (!field.required || (row && !hasBegun(row, values))) return false
      return isEmptyValue(getValue(values, path))
    })
    .map(({ key }) => key)
  return new Set(keys)
}

function hasBegun({ rows, id }: RowPlace, values: FormValues): boolean {
  const all = values.rows[rows] ?? []
  const found = id === null ? undefined : all[rowIndex(all, id)]
  return found !== undefined && !isEmptyRow(found)
}

/** The stop at a path of a problem or conflict; for a rows field as a whole its first cell. */
export function stopAtPath(stops: readonly Stop[], template: Template, path: Path): Stop | undefined {
  const key = pathKey(path)
  const exact = stops.find((stop) => pathKey(stop.path) === key)
  if (exact || path.length !== 1) return exact
  return findField(template, path) ? stops.find((stop) => stop.path[0] === path[0]) : undefined
}

/** Where filling begins: the first empty stop, or the first of all. */
export function firstToFill(stops: readonly Stop[], values: FormValues): Stop | undefined {
  return stops.find((stop) => isEmptyValue(getValue(values, stop.path))) ?? stops[0]
}
