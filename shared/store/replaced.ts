import type { FieldValue, FormValues } from '../forms/values'
import { canonicalJson, type Json } from '../kernel/canonical-json'
import { assertNever } from '../kernel/assert-never'
import { differences, type Difference } from './differences'

/**
 * Whether what stood there is not said any more: another text or none, a tick taken out, another person. Filling in what was
 * blank, one tick more, and linking a name to the customer or person who bears it take nothing back. [ST37]
 */
export function replaces(before: FieldValue | null, after: FieldValue | null): boolean {
  if (isBlank(before) || same(before, after)) return false
  if (isTicks(before)) return !(isTicks(after) && before.every((tick) => after.includes(tick)))
  if (isNamed(before) && before.id === undefined) return !(isNamed(after) && after.name === before.name)
  return true
}

/** Whether anything that `from` holds is taken back in `to`; rows that only move say the same as before. [ST37] */
export const takesBack = (from: FormValues, to: FormValues): boolean =>
  differences(from, to).some(isTakenBack)

function isTakenBack(difference: Difference): boolean {
  switch (difference.differs) {
    case 'value':
      return replaces(difference.before, difference.after)
    case 'rowRemoved':
      return Object.values(difference.row.cells).some((cell) => !isBlank(cell))
    case 'rowAdded':
    case 'rowMoved':
      return false
    default:
      return assertNever(difference)
  }
}

const isBlank = (value: FieldValue | null): boolean =>
  value === null || value === '' || value === false || (isTicks(value) && value.length === 0)

const same = (a: FieldValue | null, b: FieldValue | null): boolean =>
  a === b || canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json)

const isTicks = (value: FieldValue | null): value is readonly string[] => Array.isArray(value)

const isNamed = (value: FieldValue | null): value is { readonly id?: string; readonly name: string } =>
  typeof value === 'object' && value !== null && 'name' in value
