/** How a word stands in a text: not at all, somewhere, at its beginning, or it is the whole of it. */
const ABSENT = 0
export const [INSIDE, BEGINNING, WHOLE] = [1, 2, 3] as const

/**
 * How much a word that stands so in a line's number, title and further words says. The whole number or title is most, then the
 * beginning of the number, of the title, of the title's pinyin or initials (the further words begin with them), then anywhere in
 * number or title, then anything else.
 */
export function worthOf(number: number, title: number, further: number): number {
  if (number >= BEGINNING) return number === WHOLE ? 6 : 5
  if (title >= BEGINNING) return title === WHOLE ? 6 : 4
  if (number !== ABSENT || title !== ABSENT) return 2
  return further >= BEGINNING ? 3 : 0
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
