import { findField, formatValue, optionsOf, parseInput } from '../../../shared/forms'
import type { Field, Path } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'
import type { OpenConflicts } from '../../db'
import { inputProblemText } from '../../i18n'

/** Pictures, tables, content hashes: nobody reads them, so they are only told apart. */
export const isUnreadable = ({ kind }: OpenConflicts, [name = '']: Path): boolean =>
  (kind === 'firm' && ['logo', 'forms', 'calendar'].includes(name)) || (kind === 'staff' && name === 'pin')

/** The field in which a value of one's own may be typed here; others are filled in on their form. */
function typedField({ kind, form }: OpenConflicts, path: Path): Field | 'text' | null {
  const [first = ''] = path
  if (first.startsWith('@')) return null
  if (kind === 'firm')
    return path.length === 1 && (first === 'name' || first === 'department') ? 'text' : null
  if (kind === 'staff') return first === 'name' || first === 'post' ? 'text' : null
  const field = form && findField(form, path)
  if (!field) return null
  const { type } = field.type
  const typed = [
    'text',
    'longText',
    'date',
    'dateTime',
    'month',
    'year',
    'time',
    'number',
    'integer',
    'money',
    'percent',
  ]
  return [...typed, 'phone', 'email', 'idNumber', 'creditCode'].includes(type) ? field : null
}

/**
 * How a third value is given: typed, chosen of what the form offers (one of it, or several), yes or no, a person or a customer of the
 * firm; or on the form alone.
 */
export type ThirdValue =
  | { readonly by: 'typing'; readonly field: Field | 'text' }
  | { readonly by: 'choosing' | 'several'; readonly options: readonly string[] }
  | { readonly by: 'yesNo' | 'person' | 'customer' }
  | { readonly by: 'form' }

/** Null for what a record or customer is itself (its state, its number): one of the values is right. */
export function thirdValue(of: OpenConflicts, path: Path): ThirdValue | null {
  if ((path[0] ?? '').startsWith('@') || isUnreadable(of, path)) return null
  const typed = typedField(of, path)
  if (typed) return { by: 'typing', field: typed }
  const field = of.form && findField(of.form, path)
  const type = field?.type
  if (type?.type === 'choice' || type?.type === 'rating' || type?.type === 'matrix')
    return { by: 'choosing', options: optionsOf(type) }
  if (type?.type === 'choices') return { by: 'several', options: optionsOf(type) }
  if (type?.type === 'yesNo' || type?.type === 'person' || type?.type === 'customer') return { by: type.type }
  return of.kind === 'record' || of.kind === 'customer' ? { by: 'form' } : null
}

/** Whether a field is for several lines. */
export const isLongText = (field: Field | 'text'): boolean =>
  field !== 'text' && field.type.type === 'longText'

/** Text that one line of the page cannot show. */
export const isLongValue = (value: FieldValue | null): boolean =>
  typeof value === 'string' && (value.length > 40 || value.includes('\n'))

type TypedValue =
  | { readonly typed: 'value'; readonly value: FieldValue | null }
  | { readonly typed: 'problem'; readonly problem: string }

/** What a person typed for a field, as it is stored. */
export function readTyped(field: Field | 'text', text: string): TypedValue {
  if (field === 'text') {
    const value = text.trim()
    return { typed: 'value', value: value === '' ? null : value }
  }
  const read = parseInput(field, text)
  return read.ok
    ? { typed: 'value', value: read.value }
    : { typed: 'problem', problem: inputProblemText(read.error) }
}

/** A value as it is typed. */
export const typedText = (field: Field | 'text', value: FieldValue | null): string =>
  value === null
    ? ''
    : field === 'text'
      ? typeof value === 'string'
        ? value
        : ''
      : formatValue(field, value)
