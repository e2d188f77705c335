import { assertNever } from '../../kernel/assert-never'
import { plain, roundTo } from '../../kernel/decimal'
import type { Field } from '../field'
import { isRows } from '../field-types'
import { evaluate } from '../expression/evaluate'
import type { EvaluationContext } from '../expression/functions'
import { type Expression, parseExpression } from '../expression/parse'
import { decimalOf, type Value } from '../expression/value'
import type { Template } from '../template'
import type { FieldValue, FormValues, RowValue } from '../values'
import { isEmptyValue, setValue } from './access'
import { type ComputedReader, scopeOf } from './scope'

/** Places after the point that a computed number keeps. */
const PLACES = 6

/** Fills in every computed field, of the form and of its rows; what nothing leads to becomes empty. */
export function computeFields(
  template: Pick<Template, 'fields'>,
  values: FormValues,
  context: EvaluationContext,
): FormValues {
  const compute = computedReader(template, values, context)
  let result = values
  const news: [string, FieldValue | undefined][] = []
  for (const field of template.fields) {
    if (field.type.type === 'computed') {
      const value = compute(field, null, null)
      if (value !== values.fields[field.key]) news.push([field.key, value])
    } else if (isRows(field)) {
      const rows = values.rows[field.key]
      const computed = rows && computeRows(field, field.type.columns, rows, compute)
      if (computed !== rows && computed)
        result = { ...result, rows: { ...result.rows, [field.key]: computed } }
    }
  }
  return news.length === 0 ? result : { ...result, fields: withMembers(result.fields, news) }
}

/** With all of these at once: a form may compute dozens of fields. */
function withMembers(
  fields: FormValues['fields'],
  news: readonly (readonly [string, FieldValue | undefined])[],
): FormValues['fields'] {
  const all = new Map(Object.entries(fields))
  for (const [key, value] of news) {
    if (value === undefined || isEmptyValue(value)) all.delete(key)
    else all.set(key, value)
  }
  return Object.fromEntries(all)
}

/** The same array when nothing changed, so that the screen does not draw it again. */
function computeRows(
  field: Field,
  columns: readonly Field[],
  rows: readonly RowValue[],
  compute: ComputedReader,
): readonly RowValue[] {
  const computed = columns.filter((column) => column.type.type === 'computed')
  if (computed.length === 0) return rows
  const result = rows.map((row) => {
    const cells: { [column: string]: FieldValue } = { ...row.cells }
    let same = true
    for (const column of computed) {
      const value = compute(column, field, row)
      if (value === cells[column.key]) continue
      same = false
      if (value !== undefined) cells[column.key] = value
    }
    if (same) return row
    const emptied = computed.filter((column) => compute(column, field, row) === undefined)
    const gone = new Set(emptied.map((column) => column.key))
    return { ...row, cells: Object.fromEntries(Object.entries(cells).filter(([key]) => !gone.has(key))) }
  })
  return result.some((row, i) => row !== rows[i]) ? result : rows
}

/** The first values of a new record: each field's `initial`, then what can be computed. */
export function initialValues(template: Pick<Template, 'fields'>, context: EvaluationContext): FormValues {
  let values: FormValues = { fields: {}, matrices: {}, rows: {} }
  for (const field of template.fields) {
    if (field.initial === undefined || isRows(field) || field.type.type === 'matrix') continue
    const parsed = parsedExpression(field.initial)
    if (!parsed) continue
    const scope = scopeOf(template, values, context, () => undefined)
    const value = storedValue(field, evaluate(parsed, scope))
    if (value !== null) values = setValue(values, [field.key], value)
  }
  return computeFields(template, values, context)
}

/** Works computed fields out on demand, each once; one that leads back to itself is empty. */
export function computedReader(
  template: Pick<Template, 'fields'>,
  values: FormValues,
  context: EvaluationContext,
): ComputedReader {
  const known = new Map<string, FieldValue | undefined>()
  const read: ComputedReader = (field, rows, row) => {
    const name = rows && row ? JSON.stringify([rows.key, row.id, field.key]) : field.key
    if (known.has(name)) return known.get(name)
    known.set(name, undefined)
    if (field.type.type !== 'computed') return undefined
    const parsed = parsedExpression(field.type.expression)
    const here = rows && row ? { rows, row } : null
    const value =
      parsed && storedValue(field, evaluate(parsed, scopeOf(template, values, context, read, here)))
    if (value !== null) known.set(name, value)
    return value ?? undefined
  }
  return read
}

const parsed = new Map<string, Expression | null>()
const MOST_KEPT = 500

/** Expressions are read again at every key that is pressed; the tree of each is kept. */
export function parsedExpression(text: string): Expression | null {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const read = parseExpression(text)
  const expression = read.ok ? read.value : null
  if (parsed.size >= MOST_KEPT) parsed.clear()
  parsed.set(text, expression)
  return expression
}

/** A result as it is stored in a field of this type; null when it is empty or does not fit. */
function storedValue(field: Field, value: Value): FieldValue | null {
  if (value === null) return null
  const number = decimalOf(value)
  const { type } = field
  switch (type.type) {
    case 'computed':
      switch (type.result) {
        case 'number':
          if (number === null || type.scale === undefined) return number && plain(number, PLACES)
          return roundTo(number, type.scale).toFixed(type.scale)
        case 'money':
          return number && roundTo(number, 2).toFixed(2)
        case 'percent':
          if (number === null || type.scale === undefined) return number && plain(number.times(100), 2)
          return roundTo(number.times(100), type.scale).toFixed(type.scale)
        case 'days':
          return number && plain(number, 0)
        case 'text':
          return typeof value === 'string' ? value : number && plain(number, PLACES)
        default:
          return assertNever(type.result)
      }
    case 'number':
      return number && plain(number, type.scale)
    case 'percent':
      return number && plain(number.times(100), 2)
    case 'money':
      return number && roundTo(number, 2).toFixed(2)
    case 'year':
      return number ? plain(number, 0) : typeof value === 'string' ? value.slice(0, 4) : null
    case 'yesNo':
      return typeof value === 'boolean' ? value : null
    case 'person':
    case 'customer':
      if (typeof value === 'string') return { name: value }
      return typeof value === 'object' && 'person' in value ? value.person : null
    case 'time':
      return typeof value === 'string' ? (value.split('T')[1] ?? value) : null
    case 'date':
      return typeof value === 'string' ? value.slice(0, 10) : null
    case 'month':
      return typeof value === 'string' ? value.slice(0, 7) : null
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
    case 'idNumber':
    case 'creditCode':
    case 'dateTime':
    case 'choice':
    case 'rating':
      return typeof value === 'string' ? value : null
    case 'choices':
      return typeof value === 'string' ? [value] : null
    case 'matrix':
    case 'serial':
    case 'rows':
    case 'signature':
    case 'seal':
      return null
    default:
      return assertNever(type)
  }
}
