/** Rows of cards on the screen: each group begins a row of its own. The numbers count through all groups. */
export function rowsOfCards(groups: readonly number[], columns: number): readonly (readonly number[])[] {
  const rows: number[][] = []
  let next = 0
  for (const size of groups) {
    for (let at = 0; at < size; at += columns) {
      rows.push(Array.from({ length: Math.min(columns, size - at) }, () => next++))
    }
  }
  return rows
}

/**
 * Where a key leads from card `at`; null for other keys, `above` from the first row upwards (to the search box).
 * `page` is the number of rows that are seen at once.
 */
export function moveInGrid(
  key: string,
  at: number,
  rows: readonly (readonly number[])[],
  page: number,
): number | 'above' | null {
  const last = rows.at(-1)?.at(-1)
  if (last === undefined) return null
  const row = rows.findIndex((cards) => cards.includes(at))
  const column = rows[row]?.indexOf(at) ?? 0
  const inRow = (wanted: number) => {
    const cards = rows[Math.max(0, Math.min(rows.length - 1, wanted))] ?? []
    return cards[Math.min(column, cards.length - 1)] ?? at
  }
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, at + 1)
    case 'ArrowLeft':
      return Math.max(0, at - 1)
    case 'ArrowDown':
      return inRow(row + 1)
    case 'ArrowUp':
      return row <= 0 ? 'above' : inRow(row - 1)
    case 'PageDown':
      return inRow(row + page)
    case 'PageUp':
      return inRow(row - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

/** Cards side by side on `width` pixels, `gap` between them, none narrower than `least`. */
export const columnsOn = (width: number, least: number, gap: number): number =>
  Math.max(1, Math.floor((width + gap) / (least + gap)))
