import { isCard } from '../customers/by-meaning'
import { CUSTOMER_FIELDS } from '../customers/fields'
import type { Field } from '../forms/field'
import { isRows } from '../forms/field-types'
import type { Template } from '../forms/template'
import { fieldColumns } from '../search/columns'

/** What a table is taken over into. */
export interface ImportTarget {
  readonly kind: 'customers' | 'records'
  /** 客户, or the form's name. */
  readonly name: string
  /** A form's fields, or the customer master's. */
  readonly fields: readonly Field[]
  /** Undefined for customers. */
  readonly template?: Template
  /** A card shows a customer: it comes in as a draft, and 登记 by a person writes it through. */
  readonly isCard: boolean
}

export const customersTarget: ImportTarget = {
  kind: 'customers',
  name: '客户',
  fields: CUSTOMER_FIELDS,
  isCard: false,
}

export const recordsTarget = (template: Template): ImportTarget => ({
  kind: 'records',
  name: template.name,
  fields: template.fields,
  template,
  isCard: isCard(template),
})

/** One column that a table may have for a target. */
export interface TargetColumn {
  /** As `FieldColumn`: `[field]`, `[matrix, item]` or `[rows, '*', column]` by `pathKey`; or one of the own ones below. */
  readonly key: string
  /** The head under which it is exported; no two of a target are alike. */
  readonly head: string
  /** Undefined for the entry's own columns. */
  readonly field?: Field
  readonly inRows: boolean
}

/** Lines with the same text here belong to one record; lines of one record follow each other. */
export const ENTRY = '@entry'
/** The number of a form without a field for it. */
export const NUMBER = '@number'
const ENTRY_HEAD = '单据序号'

/** Every column of a target that can be taken over, in the order of the form; heads that would be alike are counted. */
export function targetColumns(target: ImportTarget): readonly TargetColumn[] {
  const own: TargetColumn[] = hasRows(target) ? [{ key: ENTRY, head: ENTRY_HEAD, inRows: false }] : []
  const fields = fieldColumns(target)
    .filter(({ field }) => field.type.type !== 'computed')
    .map(({ key, label, field, inRows }): TargetColumn => ({
      key,
      head: field.type.type === 'matrix' ? `${field.label} · ${label}` : label,
      field,
      inRows,
    }))
  const seen = new Map<string, number>()
  return [...own, ...fields].map((column) => {
    const place = (seen.get(column.head) ?? 0) + 1
    seen.set(column.head, place)
    return place === 1 ? column : { ...column, head: `${column.head}（${place}）` }
  })
}

const hasRows = ({ fields }: Pick<ImportTarget, 'fields'>): boolean => fields.some(isRows)

/** The field that bears the number of a record. */
export const serialField = ({ fields }: Pick<ImportTarget, 'fields'>): Field | undefined =>
  fields.find(({ type }) => type.type === 'serial')
