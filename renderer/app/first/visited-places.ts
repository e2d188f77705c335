/** Registers are one page with a chosen form: another form is chosen on it, and going back does not take that away. */
const isRegister = (place: string): boolean => /^\/(?:records|found)(?:\/|$)/.test(place)

/** The places that were shown, in order; the last one is shown now. */
export class VisitedPlaces {
  readonly #places: string[]

  constructor(first: string) {
    this.#places = [first]
  }

  /** Another place is shown: a new one, or the one before (back). */
  note(place: string): void {
    if (place === this.#places.at(-1)) return
    const last = this.#places.at(-1)
    if (place === this.#places.at(-2)) this.#places.pop()
    else if (last !== undefined && isRegister(last) && isRegister(place))
      this.#places[this.#places.length - 1] = place
    else this.#places.push(place)
  }

  /** Where one came from; 工作台 when one began here. */
  get before(): string {
    return this.#places.at(-2) ?? '/'
  }
}
