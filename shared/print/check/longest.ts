import { assertNever } from '../../kernel/assert-never'
import type { Field, FieldType } from '../../forms/field'
import { isRows, optionsOf } from '../../forms/field-types'
import { formatNumber, parseNumberRule } from '../../forms/number-rule'
import type { Template } from '../../forms/template'
import { computeFields } from '../../forms'
import { presetRowId } from '../../forms/values/access'
import type { FieldValue, FormValues, RowValue } from '../../forms/values'

const TODAY = '2026-12-28'
/** Set out again and again up to the length that is wanted. */
const HAN = '示例文字写到允许的长度时也要排得下，一个字都不能少；'
const LATIN = 'sample.long-address@example.com'

/** Every field filled in as long as its template allows; of rows as many as `rowsOf` says (no more than `max`). */
export function longestValues(template: Template, rowsOf: 'printed' | 'all'): FormValues {
  const fields: Record<string, FieldValue> = {}
  const matrices: Record<string, Record<string, string>> = {}
  const rows: Record<string, readonly RowValue[]> = {}
  for (const field of template.fields) {
    if (isRows(field)) rows[field.key] = longestRows(field, rowsOf)
    else if (field.type.type === 'matrix') {
      const [best = ''] = optionsOf(field.type)
      matrices[field.key] = Object.fromEntries(field.type.items.map((item) => [item, best]))
    } else {
      const value = longestValue(field)
      if (value !== null) fields[field.key] = value
    }
  }
  return computeFields(template, { fields, matrices, rows }, { today: TODAY })
}

function longestRows(
  { type }: Field & { readonly type: Extract<FieldType, { type: 'rows' }> },
  rowsOf: 'printed' | 'all',
): readonly RowValue[] {
  const count = rowsOf === 'all' ? type.max : type.printed
  return Array.from({ length: count }, (_, index): RowValue => {
    const cells = type.columns.flatMap((column): readonly (readonly [string, FieldValue])[] => {
      const printed = type.preset?.column === column.key
      // Many rows are about pages, not about cells: there a short value will do.
      const value = printed
        ? null
        : longestValue(rowsOf === 'all' ? { ...column, max: Math.min(column.max, 4) } : column)
      return value === null ? [] : [[column.key, value]]
    })
    return { id: type.preset ? presetRowId(index + 1) : `r${index + 1}`, cells: Object.fromEntries(cells) }
  })
}

/** The longest value that the field takes; null where nothing is typed. */
function longestValue({ type, max }: Field): FieldValue | null {
  switch (type.type) {
    case 'text':
    case 'longText':
      return repeated(HAN, max)
    case 'email':
      return repeated(LATIN, max)
    case 'phone':
      return repeated('0100-8000000-8000 ', max)
    case 'idNumber':
    case 'creditCode':
      return repeated('91000000MA0000001R', 18)
    case 'number':
      return decimal(max, type.scale)
    case 'money':
      return decimal(max, 2)
    case 'percent':
      return decimal(max, 2)
    case 'date':
      return TODAY
    case 'time':
      return '23:58'
    case 'dateTime':
      return `${TODAY}T23:58`
    case 'month':
      return TODAY.slice(0, 7)
    case 'year':
      return TODAY.slice(0, 4)
    case 'choice':
    case 'rating':
      return optionsOf(type).at(-1) ?? null
    case 'choices':
      return optionsOf(type)
    case 'yesNo':
      return true
    case 'serial': {
      const rule = parseNumberRule(type.rule)
      return rule.ok ? formatNumber(rule.value, TODAY, 9999) : null
    }
    case 'person':
    case 'customer':
      return { name: repeated(HAN, max) }
    case 'matrix':
    case 'rows':
    case 'computed':
    case 'signature':
    case 'seal':
      return null
    default:
      return assertNever(type)
  }
}

const repeated = (text: string, length: number): string =>
  Array.from(text.repeat(Math.ceil(length / Array.from(text).length)))
    .slice(0, length)
    .join('')

/** Nines, `max` characters in all with sign-free thousands separators left out. */
function decimal(max: number, scale: number): string {
  const whole = Math.max(1, max - (scale > 0 ? scale + 1 : 0))
  return '9'.repeat(whole) + (scale > 0 ? `.${'9'.repeat(scale)}` : '')
}
