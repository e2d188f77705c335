/** Searches of this sitting that are offered again. */
const KEPT = 6

let searches: readonly string[] = []

/** The latest first. */
export const recentSearches = (): readonly string[] => searches

export function noteSearch(text: string): void {
  const trimmed = text.trim()
  if (trimmed !== '') searches = [trimmed, ...searches.filter((each) => each !== trimmed)].slice(0, KEPT)
}
