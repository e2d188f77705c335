import { computeFields } from './compute'
import type { Field } from '../field'
import type { Template } from '../template'
import type { FieldValue, FormValues, PersonRef, RowValue } from '../values'

/** What computed fields may ask for: the day (`2026-01-05`) and who is working. */
export interface ComputeContext {
  readonly today: string
  readonly me?: PersonRef
}

/**
 * The values as they are written into the journal: without what follows from something else (computed fields, and the
 * number, which is a register of the record itself), so that two people never disagree about a sum.
 */
export function withoutDerived(template: Template, values: FormValues): FormValues {
  return {
    fields: onlyWritten(template.fields, values.fields),
    matrices: values.matrices,
    rows: Object.fromEntries(
      Object.entries(values.rows).map(([key, rows]) => {
        const type = template.fields.find((field) => field.key === key)?.type
        const columns = type?.type === 'rows' ? type.columns : []
        return [key, columns.some(isDerived) ? rows.map((row) => writtenRow(columns, row)) : rows]
      }),
    ),
  }
}

/** The values as a person sees them: the number in its field, and everything computed. */
export function withDerived(
  template: Template,
  values: FormValues,
  number: string,
  context: ComputeContext,
): FormValues {
  const serial = template.fields.find((field) => field.type.type === 'serial')
  const fields = serial && number !== '' ? { ...values.fields, [serial.key]: number } : values.fields
  return computeFields(template, { ...values, fields }, context)
}

const writtenRow = (columns: readonly Field[], row: RowValue): RowValue => ({
  ...row,
  cells: onlyWritten(columns, row.cells),
})

type Cells = { readonly [key: string]: FieldValue }

function onlyWritten(fields: readonly Field[], cells: Cells): Cells {
  const derived = new Set(fields.filter(isDerived).map((field) => field.key))
  return Object.fromEntries(Object.entries(cells).filter(([key]) => !derived.has(key)))
}

const isDerived = (field: Field): boolean => field.type.type === 'computed' || field.type.type === 'serial'
