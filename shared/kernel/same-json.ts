/**
 * Whether two JSON values say the same, in whatever order their members stand; a member that is undefined is not there. Parts
 * that both share are not looked into: of a long list in which one cell was typed into, one row is compared.
 */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, index) => sameJson(item, b[index]))
  }
  const mine = a as { readonly [key: string]: unknown }
  const theirs = b as { readonly [key: string]: unknown }
  return (
    Object.keys(mine).every((key) => sameJson(mine[key], own(theirs, key))) &&
    Object.keys(theirs).every((key) => theirs[key] === undefined || own(mine, key) !== undefined)
  )
}

const own = (members: { readonly [key: string]: unknown }, key: string): unknown =>
  Object.hasOwn(members, key) ? members[key] : undefined
