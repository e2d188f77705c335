import { CUSTOMER_FIELDS } from '../../../shared/customers/fields'
import { formatValue } from '../../../shared/forms'
import { isNumeric, isRows } from '../../../shared/forms/field-types'
import type { Field } from '../../../shared/forms/field'
import type { ListRow } from '../../../shared/search/list-row'
import type { Comparison } from '../../../shared/search/list-query'
import { clockTime, dayText, whenText } from '../../i18n'
import type { ShowMasked } from '../../stores'

/** Columns of a customer that are no fields of the master. */
type OwnColumn = '@state' | '@updatedAt' | '@updatedBy'

export type ListColumn =
  | { readonly key: string; readonly field: Field; readonly width: number; readonly sort: Comparison }
  | { readonly key: OwnColumn; readonly field: null; readonly width: number; readonly sort: Comparison }

/** Widths in pixels where the usual one does not fit; a code as the rule gives them (KH-2026-0001) stands whole. */
const widths: { readonly [key: string]: number } = {
  name: 190,
  code: 118,
  shortName: 110,
  kind: 88,
  level: 84,
  contact: 78,
  phone: 118,
  mobile: 130,
  region: 88,
  fax: 140,
  address: 280,
  business: 200,
  note: 240,
  creditCode: 180,
  idNumber: 180,
  bankAccount: 180,
  bank: 200,
  email: 180,
  owner: 84,
  since: 130,
  founded: 130,
}
const USUAL = 120

const comparisonOf = (field: Field): Comparison =>
  isNumeric(field.type) ? 'number' : field.type.type === 'date' || field.key === 'code' ? 'plain' : 'text'

/** Everything that can stand in the list of customers. */
export const allColumns: readonly ListColumn[] = [
  ...CUSTOMER_FIELDS.filter((field) => !isRows(field)).map((field) => ({
    key: field.key,
    field,
    width: widths[field.key] ?? USUAL,
    sort: comparisonOf(field),
  })),
  { key: '@state', field: null, width: 72, sort: 'plain' },
  { key: '@updatedAt', field: null, width: 136, sort: 'number' },
  { key: '@updatedBy', field: null, width: 110, sort: 'text' },
]

const usual: readonly string[] = [
  'name',
  'code',
  'kind',
  'level',
  'contact',
  'phone',
  'region',
  'owner',
  '@state',
  '@updatedAt',
]

/** The columns that are shown: those that a person chose, or the usual ones; the name is always there. */
export function shownColumns(chosen: readonly string[] | undefined): readonly ListColumn[] {
  const keys = new Set(['name', ...(chosen ?? usual)])
  return allColumns.filter(({ key }) => keys.has(key))
}

export interface CellWords {
  readonly show: ShowMasked
  readonly state: (state: ListRow['state']) => string
  /** Times are relative to it (milliseconds since 1970); null: whole, for paper. */
  readonly now: number | null
}

/** What stands in a cell of the list, masked where the firm wants it. */
export function cellText(row: ListRow, column: ListColumn, { show, state, now }: CellWords): string {
  if (column.field === null) {
    switch (column.key) {
      case '@state':
        return state(row.state)
      case '@updatedAt':
        return now === null
          ? `${dayText(row.updatedAt)} ${clockTime(row.updatedAt)}`
          : whenText(row.updatedAt, now)
      case '@updatedBy':
        return row.updatedBy
    }
  }
  const { field } = column
  const text = field.key === 'name' ? row.title : cellOf(row, field.key)
  return show(formatValue(field, text), field.type.type)
}

/** Of whom only a 手机 is known, that is the number to call. */
export function cellOf({ cells }: ListRow, key: string): string {
  const own = cells[key] ?? ''
  return own === '' && key === 'phone' ? (cells['mobile'] ?? '') : own
}
