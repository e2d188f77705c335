/** The keys with one of them moved to a place; places beyond the ends are the ends. */
export function movedTo(keys: readonly string[], key: string, to: number): readonly string[] {
  const others = keys.filter((other) => other !== key)
  if (others.length === keys.length) return keys
  const place = Math.max(0, Math.min(others.length, to))
  return [...others.slice(0, place), key, ...others.slice(place)]
}
