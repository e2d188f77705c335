import type { Field } from '../forms/field'
import { isRows } from '../forms/field-types'
import { setValue } from '../forms/values/access'
import type { FieldValue, FormValues } from '../forms/values'
import { masked, maskKinds } from '../kernel/mask'

/** Whatever may have been masked when a table went out. */
const ALL = { phone: true, idNumber: true }

/** Signs that masks put for digits. */
const STARS = /[*＊]/

export interface Unmasked {
  readonly values: FormValues
  /** Labels of the fields in which signs stand for digits that nobody knows. */
  readonly unknown: readonly string[]
}

/**
 * A table that went out masked (138****1234) must not bring the signs in: where one shows just what stands there, that stays;
 * any other is named. `from`: what stands there; its 明细行 bear the same ids.
 */
export function unmask(fields: readonly Field[], from: FormValues, to: FormValues): Unmasked {
  let values = to
  const unknown = new Set<string>()
  const look = ({ label, type: { type } }: Field, path: readonly string[], before: Told, now: Told) => {
    if (!maskKinds.some((kind) => kind === type)) return
    if (typeof now !== 'string' || now === before || !STARS.test(now)) return
    if (typeof before === 'string' && masked(before, type, ALL) === now)
      values = setValue(values, path, before)
    else unknown.add(label)
  }
  for (const field of fields) {
    if (!isRows(field)) {
      look(field, [field.key], from.fields[field.key], to.fields[field.key])
      continue
    }
    const before = new Map((from.rows[field.key] ?? []).map(({ id, cells }) => [id, cells]))
    for (const { id, cells } of to.rows[field.key] ?? [])
      for (const column of field.type.columns)
        look(column, [field.key, id, column.key], before.get(id)?.[column.key], cells[column.key])
  }
  return { values, unknown: [...unknown] }
}

type Told = FieldValue | undefined
