import type { Field } from '../field'
import type { FieldValue } from '../values'
import { parseInput } from './input'

/** Types whose values nobody carries over: given by the program, or ink. */
const NOT_CARRIED: ReadonlySet<string> = new Set(['serial', 'computed', 'rows', 'signature', 'seal'])

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

function read(to: Field, text: string): FieldValue | null {
  const result = parseInput(to, text)
  return result.ok ? result.value : null
}
