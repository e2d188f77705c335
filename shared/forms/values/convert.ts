import type { Field } from '../field'
import type { FieldValue } from '../values'
import { isWellFormed, parseInput } from './input'

/** Types whose values nobody carries over: given by the program, or ink. */
const NOT_CARRIED: ReadonlySet<string> = new Set(['serial', 'computed', 'rows', 'signature', 'seal'])

/** Types whose values are options. */
const TICKED: ReadonlySet<string> = new Set(['choice', 'rating', 'matrix', 'yesNo'])

/**
 * A value as another field with the same meaning would hold it: a person as a name, a date out of a date and time, an
 * option only where the other field has it. Null where it cannot be said there without losing something.
 */
export function convertValue(value: FieldValue | null | undefined, to: Field): FieldValue | null {
  if (value === null || value === undefined || NOT_CARRIED.has(to.type.type)) return null
  const { type } = to.type
  if (typeof value === 'boolean') return type === 'yesNo' ? value : null
  if (typeof value === 'object' && 'name' in value) {
    return type === 'person' || type === 'customer' ? value : read(to, value.name)
  }
  if (typeof value === 'object') return read(to, value.join('、'))
  if (type === 'date' && value.includes('T')) return read(to, value.slice(0, 10))
  if (type === 'month' && /^\d{4}-\d{2}-/.test(value)) return read(to, value.slice(0, 7))
  if (type === 'year' && /^\d{4}-/.test(value)) return read(to, value.slice(0, 4))
  return type === 'person' || type === 'customer' ? { name: value } : read(to, value)
}

/** A digit is no option here, as it is where a person types. */
function read(to: Field, text: string): FieldValue | null {
  if (TICKED.has(to.type.type)) return isWellFormed(to, text) ? text : null
  const result = parseInput(to, text)
  return result.ok ? result.value : null
}
