/** So few files are not worth a word. */
const FEW = 3

/** How far a pass has come with reading what is new. */
export class Fetching {
  #total = 0
  #done = 0
  #isRunning = false

  begin(): void {
    this.#isRunning = true
    this.#total = 0
    this.#done = 0
  }

  end(): void {
    this.#isRunning = false
  }

  /** So many segments are going to be read. */
  expect(segments: number): void {
    this.#total += segments
  }

  /** One was read, or came in a snapshot. */
  did(): void {
    this.#done++
  }

  /** null: nothing, or little, is being fetched. */
  get shown(): { readonly done: number; readonly total: number } | null {
    if (!this.#isRunning || this.#total <= FEW) return null
    return { done: Math.min(this.#done, this.#total), total: this.#total }
  }
}
