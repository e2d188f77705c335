/** What of a line says how likely it is meant. */
export interface Rankable {
  readonly number: string
  readonly title: string
  readonly updatedAt: number
}

/** Lines with a word at the beginning of their number, then of their title, then within it; else the latest first. */
export function rankHits(
  places: Uint32Array,
  wanted: readonly string[],
  lineAt: (place: number) => Rankable,
): readonly number[] {
  const lines = Array.from(places, (place) => {
    const { number, title, updatedAt } = lineAt(place)
    return { place, updatedAt, worth: Math.max(...wanted.map((word) => worthOf(word, number, title))) }
  })
  return lines.sort((a, b) => b.worth - a.worth || b.updatedAt - a.updatedAt).map(({ place }) => place)
}

function worthOf(word: string, number: string, title: string): number {
  if (number === word || title === word) return 4
  if (number.startsWith(word)) return 3
  if (title.startsWith(word)) return 2
  return title.includes(word) || number.includes(word) ? 1 : 0
}
