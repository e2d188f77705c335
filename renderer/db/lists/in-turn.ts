/**
 * What comes by several ways in the order in which it was written: nothing else orders what a thread is told by the window and by other
 * threads.
 */
export class InTurn {
  readonly #heard: number[] = []
  readonly #later: { readonly behind: readonly number[]; readonly work: () => void }[] = []

  /** Does `work` when so many lines have been heard by each way, and all that waited before is done; at once where they have. */
  behind(lines: readonly number[], work: () => void): void {
    this.#later.push({ behind: lines, work })
    this.#goOn()
  }

  /** So many more came by the way of this number. */
  hear(way: number, lines: number): void {
    this.#heard[way] = (this.#heard[way] ?? 0) + lines
    this.#goOn()
  }

  #goOn(): void {
    const isItsTurn = (lines: readonly number[]) =>
      lines.every((count, way) => count <= (this.#heard[way] ?? 0))
    for (let [next] = this.#later; next !== undefined && isItsTurn(next.behind); [next] = this.#later) {
      this.#later.shift()
      next.work()
    }
  }
}
