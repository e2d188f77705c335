/**
 * How much a word at this place of a line says. The whole number or title is most, then the beginning of the number, of
 * the title, of the title's pinyin or initials (they stand right behind it), then anywhere in number or title, then
 * anything else. Number and title end so far
 * behind the line's beginning. `text` holds the line from `from` on and the word first at `at`.
 */
export function worthOf(
  word: string,
  text: string,
  from: number,
  at: number,
  numberEnd: number,
  titleEnd: number,
): number {
  const { length } = word
  const titleFrom = from + numberEnd + 1
  const titleTo = from + titleEnd
  if (at === from) return length === numberEnd ? 6 : 5
  if (at <= titleFrom && text.startsWith(word, titleFrom)) return titleFrom + length === titleTo ? 6 : 4
  if (at === titleTo + 1) return 3
  return at < titleTo ? 2 : 0
}

/** More than any words of a search can say: what is less by so much stands behind everything else. */
export const WORTH_MOST = 255

/**
 * The likeliest places of those that are offered, at most `limit`: by worth, then by time, the latest first. One letter is
 * found in most of 100,000 lines and a few are asked for: they are picked in the same run, nothing is sorted.
 */
export class Likeliest {
  /** How many were offered. */
  count = 0
  readonly #best: { readonly place: number; readonly worth: number; readonly time: number }[] = []
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(place: number, worth: number, time: number): void {
    this.count += 1
    const best = this.#best
    let at = best.length
    for (; at > 0; at -= 1) {
      const above = best[at - 1]
      if (!above || above.worth > worth || (above.worth === worth && above.time >= time)) break
    }
    if (at >= this.#limit) return
    best.splice(at, 0, { place, worth, time })
    if (best.length > this.#limit) best.pop()
  }

  get places(): readonly number[] {
    return this.#best.map(({ place }) => place)
  }
}
