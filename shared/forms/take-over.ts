import type { Field } from './field'
import { isRows, rowsField } from './field-types'
import type { Meaning } from './meaning'
import type { Template } from './template'
import { emptyValues, type FieldValue, type FormValues, type RowValue } from './values'
import { isEmptyValue } from './values/access'
import { convertValue } from './values/convert'

export interface TakeOverOptions {
  /** Ids for the rows that come to be; `place` counts from 1. */
  readonly rowId: (place: number) => string
  /** The row that the next form is about, where one sheet has many (a plan of visits). */
  readonly row?: { readonly rows: string; readonly id: string }
}

/** What belongs to one sheet alone: who wrote, checked and remarked on it, when, and under which number. */
const OWN: ReadonlySet<Meaning> = new Set([
  'record.number',
  'record.on',
  'record.preparedBy',
  'record.reviewedBy',
  'record.note',
])

/**
 * What the next form already knows from the one before it: values of the same meaning, as far as its fields can hold them.
 * Single fields take single fields, or those of the row in question; rows take rows one by one; a list takes a single
 * sheet as its first row. Fields that have a first value of their own begin anew. `fromValues` have their number in its
 * field: that of a complaint is what `complaint.number` elsewhere means.
 */
export function takeOver(
  fromTemplate: Pick<Template, 'fields'>,
  fromValues: FormValues,
  toTemplate: Pick<Template, 'fields'>,
  options: TakeOverOptions,
): FormValues {
  const known = singles(fromTemplate, fromValues, options.row)
  const placed = new Set<Meaning>()
  const fields: [string, FieldValue][] = []
  for (const field of toTemplate.fields) {
    const { meaning } = field
    if (meaning === undefined || !isTaken(field) || placed.has(meaning)) continue
    const value = convertValue(known.get(meaning), field)
    if (isEmptyValue(value) || value === null) continue
    placed.add(meaning)
    fields.push([field.key, value])
  }
  const rows: [string, readonly RowValue[]][] = []
  for (const field of toTemplate.fields) {
    if (!isRows(field) || field.type.preset) continue
    const columns = field.type.columns.filter(
      (column) => isTaken(column) && column.meaning !== undefined && !placed.has(column.meaning),
    )
    const sources = options.row ? [known] : (rowsLike(fromTemplate, fromValues, columns) ?? [known])
    const taken = sources
      .map((source) => cellsOf(columns, source))
      .filter((cells) => cells !== null)
      .slice(0, field.type.max)
      .map((cells, i): RowValue => ({ id: options.rowId(i + 1), cells }))
    if (taken.length === 0) continue
    for (const { meaning } of columns) if (meaning !== undefined) placed.add(meaning)
    rows.push([field.key, taken])
  }
  return { ...emptyValues, fields: Object.fromEntries(fields), rows: Object.fromEntries(rows) }
}

type Known = ReadonlyMap<Meaning, FieldValue>

const isTaken = ({ meaning, initial }: Field): boolean =>
  meaning !== undefined && !OWN.has(meaning) && initial === undefined

/** The first value of every meaning outside of rows; those of the row in question, and of an only row, too. */
function singles(template: Pick<Template, 'fields'>, values: FormValues, row: TakeOverOptions['row']): Known {
  const known = new Map<Meaning, FieldValue>()
  const note = (columns: readonly Field[], cells: { readonly [key: string]: FieldValue }) => {
    for (const { key, meaning } of columns) {
      const value = Object.hasOwn(cells, key) ? cells[key] : undefined
      if (meaning === undefined || value === undefined || isEmptyValue(value) || known.has(meaning)) continue
      known.set(meaning, value)
    }
  }
  const chosen = row && rowsField(template, row.rows)
  if (chosen) note(chosen.type.columns, values.rows[chosen.key]?.find(({ id }) => id === row.id)?.cells ?? {})
  note(template.fields, values.fields)
  if (!chosen) {
    for (const field of template.fields) {
      const [only, ...more] = isRows(field) ? filledRows(values, field.key) : []
      if (isRows(field) && only && more.length === 0) note(field.type.columns, only.cells)
    }
  }
  const number = known.get('record.number')
  const isComplaint = template.fields.some(({ meaning }) => meaning?.startsWith('complaint.'))
  if (number !== undefined && isComplaint && !known.has('complaint.number'))
    known.set('complaint.number', number)
  return known
}

const filledRows = (values: FormValues, key: string): readonly RowValue[] =>
  (values.rows[key] ?? []).filter(({ cells }) => Object.values(cells).some((value) => !isEmptyValue(value)))

/** The rows of the source that share most meanings with these columns, more than one of them; null where none do. */
function rowsLike(
  template: Pick<Template, 'fields'>,
  values: FormValues,
  columns: readonly Field[],
): readonly Known[] | null {
  const wanted = new Set(columns.map(({ meaning }) => meaning))
  let best: { readonly shared: number; readonly rows: readonly Known[] } = { shared: 0, rows: [] }
  for (const field of template.fields) {
    if (!isRows(field)) continue
    const shared = field.type.columns.filter(
      ({ meaning }) => meaning !== undefined && wanted.has(meaning),
    ).length
    const rows = filledRows(values, field.key)
    if (shared <= best.shared || rows.length < 2) continue
    best = {
      shared,
      rows: rows.map(({ cells }) =>
        singles({ fields: field.type.columns }, { ...emptyValues, fields: cells }, undefined),
      ),
    }
  }
  return best.shared === 0 ? null : best.rows
}

/** Null for a row that would be empty. */
function cellsOf(columns: readonly Field[], known: Known): RowValue['cells'] | null {
  const cells = columns.flatMap((column): readonly (readonly [string, FieldValue])[] => {
    const value = column.meaning === undefined ? null : convertValue(known.get(column.meaning), column)
    return value === null || isEmptyValue(value) ? [] : [[column.key, value]]
  })
  return cells.length === 0 ? null : Object.fromEntries(cells)
}
