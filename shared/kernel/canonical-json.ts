export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * JSON with sorted object keys, no white space and no `undefined`: equal values give equal text, so that
 * hashes over it mean something. Numbers are written as JSON.stringify does; use decimal strings for money.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const text = `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`
    members = members === '' ? text : `${members},${text}`
  }
  return `{${members}}`
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
