/**
 * What comes by two ways in the order in which it was written: nothing else orders what a thread is told by the window and by another
 * thread.
 */
export class InTurn {
  #heard = 0
  readonly #later: { readonly behind: number; readonly work: () => void }[] = []

  /** Does `work` when so many lines have been heard, and all that waited before is done; at once where they have. */
  behind(lines: number, work: () => void): void {
    this.#later.push({ behind: lines, work })
    this.#goOn()
  }

  /** So many more came by the other way. */
  hear(lines: number): void {
    this.#heard += lines
    this.#goOn()
  }

  #goOn(): void {
    for (let [next] = this.#later; next !== undefined && next.behind <= this.#heard; [next] = this.#later) {
      this.#later.shift()
      next.work()
    }
  }
}
