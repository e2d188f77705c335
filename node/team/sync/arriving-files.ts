/** Longest pause, in passes, before a file that is not whole is read again with the same size. */
const LONGEST = 4

interface Arriving {
  /** When it was first seen, by this computer's clock. */
  readonly since: number
  readonly size: number
  readonly pause: number
  readonly again: number
}

/** Files that are not whole yet, or cannot be read now, by path. */
export class ArrivingFiles {
  readonly #files = new Map<string, Arriving>()
  #pass = 0

  beginPass(pass: number): void {
    this.#pass = pass
  }

  /** Since when it has been arriving, when it is not to be read in this pass; null: it is. Without a size (0) nobody knows whether it grew. */
  restingSince(path: string, size: number): number | null {
    const file = this.#files.get(path)
    return size > 0 && file?.size === size && this.#pass < file.again ? file.since : null
  }

  /** It was looked at and is not whole. Answers since when that is known. */
  note(path: string, size: number, now: number): number {
    const before = this.#files.get(path)
    const pause = before?.size === size ? Math.min(LONGEST, before.pause * 2) : 1
    const since = before?.since ?? now
    this.#files.set(path, { since, size, pause, again: this.#pass + pause })
    return since
  }

  delete(path: string): void {
    this.#files.delete(path)
  }

  /** For 立即同步. */
  hurry(): void {
    for (const [path, file] of this.#files) this.#files.set(path, { ...file, again: 0 })
  }

  keys(): IterableIterator<string> {
    return this.#files.keys()
  }
}
