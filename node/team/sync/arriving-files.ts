/** Longest pause, in passes, before a file that is not whole is read again with the same size. */
const LONGEST = 16
/** From this pause on, so many of them at most are read in one pass. */
const LONG = 8
const MOST_LONG = 8

interface Arriving {
  /** When it was first seen, by this computer's clock. */
  readonly since: number
  /** 0: not known. */
  readonly size: number
  readonly pause: number
  readonly again: number
}

/** Files that are not whole yet, or cannot be read now, by path. One that grew is read at once, others ever more rarely. */
export class ArrivingFiles {
  readonly #files = new Map<string, Arriving>()
  #pass = 0
  #due: ReadonlySet<string> = new Set()

  beginPass(pass: number): void {
    this.#pass = pass
    const due = [...this.#files].filter(([, { again }]) => again <= pass)
    const long = due.filter(([, { pause }]) => pause >= LONG).slice(0, MOST_LONG)
    // One that nobody asks for any more must not stay in front of those that somebody does.
    for (const [path, file] of long) {
      this.#files.delete(path)
      this.#files.set(path, file)
    }
    const short = due.filter(([, { pause }]) => pause < LONG)
    this.#due = new Set([...short, ...long].map(([path]) => path))
  }

  /** Since when it has been arriving, when it is not to be read in this pass; null: it is. */
  restingSince(path: string, size: number): number | null {
    const file = this.#files.get(path)
    // Without a size nobody knows whether it grew.
    return size > 0 && file?.size === size && !this.#due.has(path) ? file.since : null
  }

  /** It was looked at and is not whole. Answers since when that is known. */
  note(path: string, size: number, now: number): number {
    const before = this.#files.get(path)
    const pause = before?.size === size ? Math.min(LONGEST, before.pause * 2) : 1
    const since = before?.since ?? now
    // At the end of the line: those that were not asked for the longest time come first.
    this.#files.delete(path)
    this.#files.set(path, { since, size, pause, again: this.#pass + pause })
    return since
  }

  delete(path: string): void {
    this.#files.delete(path)
  }

  /** For 立即同步. */
  hurry(): void {
    for (const [path, file] of this.#files) this.#files.set(path, { ...file, pause: 1, again: 0 })
  }

  keys(): IterableIterator<string> {
    return this.#files.keys()
  }
}
