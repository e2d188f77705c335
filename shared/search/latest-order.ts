/** Changed lines up to which the known order is mended instead of made anew. */
const FEW = 2000

/** Changed lines that are each looked for in the order: quicker than asking of every line in it. */
const ONE_BY_ONE = 16

/** What is ordered: the time of each line's last change and its id, by place. */
export interface Dated {
  readonly length: number
  updatedAt(place: number): number
  idAt(place: number): string
}

/**
 * All places, the latest change first, equal ones by id (the greater first). It is kept over changes: a few changed
 * lines are taken out and put in again where they belong, which costs one run over the order.
 */
export class LatestOrder {
  #order: Uint32Array
  readonly #changed = new Set<number>()

  constructor(order: Uint32Array = new Uint32Array(0)) {
    this.#order = order
  }

  note(place: number): void {
    this.#changed.add(place)
  }

  of(lines: Dated): Uint32Array {
    if (this.#changed.size === 0) return this.#order
    const compare = (a: number, b: number) =>
      lines.updatedAt(b) - lines.updatedAt(a) || byLetter(lines.idAt(b), lines.idAt(a))
    const changed = Uint32Array.from(this.#changed).sort(compare)
    this.#order =
      changed.length > FEW
        ? Uint32Array.from({ length: lines.length }, (_, place) => place).sort(compare)
        : merged(this.#unchanged(), changed, compare)
    this.#changed.clear()
    return this.#order
  }

  /** The order without what was changed. */
  #unchanged(): Uint32Array {
    if (this.#changed.size > ONE_BY_ONE) return this.#order.filter((place) => !this.#changed.has(place))
    const places = [...this.#changed].map((place) => this.#order.indexOf(place)).filter((at) => at >= 0)
    const kept = new Uint32Array(this.#order.length - places.length)
    let [from, to] = [0, 0]
    for (const at of [...places.sort((a, b) => a - b), this.#order.length]) {
      kept.set(this.#order.subarray(from, at), to)
      to += at - from
      from = at + 1
    }
    return kept
  }
}

function merged(
  kept: Uint32Array,
  added: Uint32Array,
  compare: (a: number, b: number) => number,
): Uint32Array {
  const result = new Uint32Array(kept.length + added.length)
  let [from, to] = [0, 0]
  for (const place of added) {
    const until = firstBehind(kept, from, place, compare)
    result.set(kept.subarray(from, until), to)
    to += until - from
    from = until
    result[to++] = place
  }
  result.set(kept.subarray(from), to)
  return result
}

/** The first of the ordered places, from `from` on, that stands behind `place`. */
function firstBehind(
  ordered: Uint32Array,
  from: number,
  place: number,
  compare: (a: number, b: number) => number,
): number {
  let [low, high] = [from, ordered.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(ordered[middle] ?? 0, place) < 0) low = middle + 1
    else high = middle
  }
  return low
}

const byLetter = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
