/** Where a key leads in a list of `count` lines of which `page` are seen at once; null for other keys. */
export function moveInList(key: string, at: number, count: number, page: number): number | null {
  if (count === 0) return null
  const to = target(key, at, count, page)
  return to === null ? null : Math.max(0, Math.min(count - 1, to))
}

function target(key: string, at: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + page
    case 'PageUp':
      return at - page
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
