import { pathKey, type Field } from '../forms/field'
import { isRows, YES_NO } from '../forms/field-types'
import type { Template } from '../forms/template'
import type { FieldValue, FormValues } from '../forms/values'
import type { Cells } from './list-row'

/** A field of a form as a column of its register. */
export interface FieldColumn {
  /** `[field]`, `[matrix, item]`, or `[rows, '*', column]` for the values of a column of 明细, one after another. */
  readonly key: string
  /** What a person calls it, always Chinese. */
  readonly label: string
  readonly field: Field
  /** It stands in 明细行: a record has several. */
  readonly inRows: boolean
}

/** Stands between the values of one column of 明细行. */
export const BETWEEN = '、'

/** Whether a column (`FieldColumn.key`) holds the values of 明细行, several in one cell. */
export const isOfRows = (key: string): boolean => key.startsWith('[') && key.includes(',"*",')

/** Every field of a form that holds text, in the order of the form. */
export function fieldColumns(template: Pick<Template, 'fields'>): readonly FieldColumn[] {
  return template.fields.flatMap((field): readonly FieldColumn[] => {
    if (isRows(field)) {
      return field.type.columns.filter(holdsText).map((column) => ({
        key: pathKey([field.key, '*', column.key]),
        label: `${field.label} · ${column.label}`,
        field: column,
        inRows: true,
      }))
    }
    if (field.type.type === 'matrix') {
      return field.type.items.map((item) => ({
        key: pathKey([field.key, item]),
        label: item,
        field,
        inRows: false,
      }))
    }
    return holdsText(field) ? [{ key: field.key, label: field.label, field, inRows: false }] : []
  })
}

/** Ink stays on paper. */
const holdsText = ({ type }: Field): boolean => type.type !== 'signature' && type.type !== 'seal'

/** The texts of all filled fields, by the key of their column. `values` with everything computed. */
export function cellsOf(template: Pick<Template, 'fields'>, values: FormValues): Cells {
  const cells: [string, string][] = []
  const put = (key: string, text: string) => {
    if (text !== '') cells.push([key, text])
  }
  for (const field of template.fields) {
    if (isRows(field)) {
      const rows = values.rows[field.key] ?? []
      if (rows.length === 0) continue
      for (const { key } of field.type.columns) {
        const texts = rows.map((row) => plainText(row.cells[key])).filter((text) => text !== '')
        if (texts.length > 0) put(pathKey([field.key, '*', key]), texts.join(BETWEEN))
      }
    } else if (field.type.type === 'matrix') {
      const ratings = values.matrices[field.key]
      if (!ratings) continue
      for (const item of field.type.items) if (ratings[item]) put(pathKey([field.key, item]), ratings[item])
    } else put(field.key, plainText(values.fields[field.key]))
  }
  return Object.fromEntries(cells)
}

/** A value as lists keep it. */
export function plainText(value: FieldValue | null | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? YES_NO[0] : YES_NO[1]
  if (typeof value === 'string') return value
  return 'name' in value ? value.name : value.join(BETWEEN)
}
