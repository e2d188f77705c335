import type { EntityState } from '../../../shared/store'

/** Whether two computers show the same, the order of show included; the order of an object's members says nothing. */
export function areSame(a: ReadonlyMap<string, EntityState>, b: ReadonlyMap<string, EntityState>): boolean {
  if (a.size !== b.size) return false
  for (const [key, state] of a) if (!isSame(state, b.get(key))) return false
  return true
}

/** The same JSON. What computers share is the same object and not looked into. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, at) => isSame(item, b[at]))
  }
  const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>]
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  )
}
