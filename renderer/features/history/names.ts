import type { TFunction } from 'i18next'
import { findField, formatValue, presetPlace, rowsField } from '../../../shared/forms'
import type { Path } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FieldValue, FormValues } from '../../../shared/forms/values'

export type HistoryT = TFunction<['history', 'editor', 'common']>

/** What the registers of an entity are called, and how their values are read. Records, customers and all else have their own. */
export interface HistoryNames {
  /** `place`: of the row that a cell stands in, from 1, where it is known. */
  readonly field: (path: Path, place?: number) => string
  readonly value: (path: Path, value: FieldValue) => string
  /** A row as a whole: 第 3 行 处理经过. */
  readonly row: (rows: string, row: string, place?: number) => string
}

/** Names after a form, as they stand on its paper. */
export function formNames(t: HistoryT, template: Template | undefined): HistoryNames {
  const labelOf = (key: string) => template?.fields.find((field) => field.key === key)?.label ?? key
  const placed = (rows: string, row: string, place: number | undefined, label: string): string => {
    const type = template && rowsField(template, rows)?.type
    const preset = presetPlace(row)
    const printed = preset === null ? undefined : type?.preset?.labels[preset - 1]
    if (printed !== undefined) return t('editor:field.presetRow', { row: printed, label })
    const at = place ?? preset ?? undefined
    if (at === undefined) return label
    return t(type?.direction === 'across' ? 'editor:field.column' : 'editor:field.row', { row: at, label })
  }
  return {
    field: (path, place) => {
      const label = (template && findField(template, path)?.label) ?? path.join(' ')
      const [first = '', second = ''] = path
      if (path.length === 2) return t('editor:field.item', { label, item: second })
      return path.length === 3 ? placed(first, second, place, label) : label
    },
    value: (path, value) => {
      const field = template && findField(template, path)
      return field ? formatValue(field, value) : plainValue(t, value)
    },
    row: (rows, row, place) => placed(rows, row, place, labelOf(rows)),
  }
}

/** A value without a field that says how it is read. */
export function plainValue(t: HistoryT, value: FieldValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  return 'name' in value ? value.name : value.join(t('common:listSeparator'))
}

/** Places of rows, from 1, in a set of values. */
export function placeIn(values: FormValues, path: Path): number | undefined {
  const [rows = '', row, column] = path
  if (row === undefined || column === undefined) return undefined
  const at = (values.rows[rows] ?? []).findIndex(({ id }) => id === row)
  return at < 0 ? undefined : at + 1
}
