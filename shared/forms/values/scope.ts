import { decimal, readDecimal } from '../../kernel/decimal'
import type { Field } from '../field'
import { fieldWithin, isRows, optionsOf } from '../field-types'
import type { Scope } from '../expression/evaluate'
import type { EvaluationContext } from '../expression/functions'
import type { Value } from '../expression/value'
import type { Template } from '../template'
import type { FieldValue, FormValues, RowValue } from '../values'
import { isEmptyRow, isEmptyValue } from './access'

/** Gives the value of computed fields, which may rest on others. */
export type ComputedReader = (
  field: Field,
  rows: Field | null,
  row: RowValue | null,
) => FieldValue | undefined

const byKeys = new WeakMap<readonly Field[], ReadonlyMap<string, Field>>()

/** Looked up in a form once: an import and a rebuild compute the same few forms a hundred thousand times. */
function fieldsByKey(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const known = byKeys.get(fields)
  if (known) return known
  const made = new Map(fields.map((field) => [field.key, field]))
  byKeys.set(fields, made)
  return made
}

/**
 * The values of a form as expressions see them. In the column of a rows field, a bare name is this row's own column
 * first; `rows.column` is the whole column everywhere.
 */
export function scopeOf(
  template: Pick<Template, 'fields'>,
  values: FormValues,
  context: EvaluationContext,
  computed: ComputedReader,
  here: { readonly rows: Field; readonly row: RowValue } | null = null,
): Scope {
  const byKey = fieldsByKey(template.fields)

  function cell(rows: Field, column: Field, row: RowValue): FieldValue | undefined {
    if (column.type.type === 'computed') return computed(column, rows, row)
    return Object.hasOwn(row.cells, column.key) ? row.cells[column.key] : undefined
  }

  function read(
    key: string,
    part: string | null,
    as: (field: Field, value: FieldValue | undefined) => Value,
  ): Value {
    const own = here && part === null ? columnOf(here.rows, key) : undefined
    if (here && own) return as(own, cell(here.rows, own, here.row))
    const field = byKey.get(key)
    if (!field) return null
    if (isRows(field)) {
      const column = columnOf(field, part ?? '')
      const rows = values.rows[key] ?? []
      return column
        ? { list: rows.map((row) => as(column, cell(field, column, row))) }
        : { list: rows.map((row) => (isEmptyRow(row) ? null : true)) }
    }
    if (field.type.type === 'matrix') {
      const items = values.matrices[key] ?? {}
      if (part !== null) return as(field, itemOf(items, field, part))
      return { list: field.type.items.map((item) => as(field, itemOf(items, field, item))) }
    }
    if (field.type.type === 'computed') return as(field, computed(field, null, null))
    return as(field, Object.hasOwn(values.fields, key) ? values.fields[key] : undefined)
  }

  return {
    field: (key, part) => read(key, part, valueOf),
    score: (key, part) => read(key, part, scoreOf),
    context,
  }
}

const columnOf = (rows: Field, key: string): Field | undefined => fieldWithin(rows, [rows.key, '*', key])

/** An item is named in an expression without the characters that a name cannot have. */
function itemOf(items: { readonly [item: string]: string }, field: Field, name: string): string | undefined {
  if (field.type.type !== 'matrix') return undefined
  const item = field.type.items.find((candidate) => itemName(candidate) === itemName(name))
  return item !== undefined && Object.hasOwn(items, item) ? items[item] : undefined
}

/** 产品/服务（一） → 产品服务一. */
export const itemName = (item: string): string => item.replace(/[^\p{L}\p{N}_]/gu, '')

function valueOf(field: Field, value: FieldValue | undefined): Value {
  if (value === undefined || isEmptyValue(value)) return null
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return 'name' in value ? value.name : { options: value }
  const { type } = field
  const numeric = type.type === 'number' || type.type === 'money' || type.type === 'percent'
  const result = type.type === 'computed' && type.result !== 'text'
  if (type.type === 'year') return { decimal: readDecimal(value) ?? decimal(0) }
  if (!numeric && !result) return value
  const number = readDecimal(value)
  if (!number) return null
  const percent = type.type === 'percent' || (type.type === 'computed' && type.result === 'percent')
  return { decimal: percent ? number.div(100) : number }
}

/** Best first as printed: of five, the first gives 5 points, the last 1. A number is its own score. */
function scoreOf(field: Field, value: FieldValue | undefined): Value {
  const options = optionsOf(field.type)
  if (options.length === 0) return valueOf(field, value)
  const place = typeof value === 'string' ? options.indexOf(value) : -1
  return place === -1 ? null : { decimal: decimal(options.length - place) }
}
