import { rowsField } from '../../shared/forms'
import type { Field } from '../../shared/forms/field'
import type { Template } from '../../shared/forms/template'
import type { FieldValue, FormValues } from '../../shared/forms/values'

/** A form whose first rows field is filled from top to bottom: `row0`, `row1` …, every column with something in it. */
export function longList(template: Template, rows: number): FormValues {
  const field = template.fields.find(({ key }) => rowsField(template, key) !== null)
  const columns = (field && rowsField(template, field.key)?.type.columns) ?? []
  const list = Array.from({ length: rows }, (_, index) => {
    const cells = columns.map((column) => [column.key, cellValue(column, index)] as const)
    return {
      id: `row${String(index)}`,
      cells: Object.fromEntries(cells.filter((cell): cell is [string, FieldValue] => cell[1] !== null)),
    }
  })
  return { fields: {}, matrices: {}, rows: field ? { [field.key]: list } : {} }
}

function cellValue({ type }: Field, index: number): FieldValue | null {
  if (type.type === 'text' || type.type === 'longText') return `示例${String(index)}`
  if (type.type === 'person' || type.type === 'customer') return { name: `示例客户${String(index)}` }
  if (type.type === 'date') return `2026-11-${String((index % 28) + 1).padStart(2, '0')}`
  if (type.type === 'number') return String((index % 9) + 1)
  if (type.type === 'money') return `${String(100 + index)}.00`
  return type.type === 'choice' ? (type.options[index % type.options.length] ?? null) : null
}
