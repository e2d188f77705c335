/** In so many passes a file that hung is not read again. */
const HUNG_PASSES = 16

/** Which of this computer's published files were read again, round by round. [TF16] */
export class Verifying {
  /** Segments that were read in this round, by path. */
  readonly checked = new Set<string>()
  /** Files that were read once and found other than they were put. */
  readonly doubtful = new Set<string>()
  readonly #hung = new Map<string, number>()
  /** In which pass an attachment was read last, by path. */
  readonly #read = new Map<string, number>()

  /** The next one of those that are handed in, doubtful ones before all others; a round is over when none is left. */
  next(paths: readonly string[], pass: number): string | null {
    const ready = paths.filter((path) => (this.#hung.get(path) ?? 0) <= pass)
    const doubtful = ready.find((path) => this.doubtful.has(path))
    if (doubtful !== undefined) return doubtful
    const left = ready.find((path) => !this.checked.has(path))
    if (left !== undefined) return left
    this.checked.clear()
    return ready[0] ?? null
  }

  /** The one of some attachments whose turn it is in this pass: a doubtful one, or that which was not read for the longest time. */
  turnOf(paths: readonly string[], pass: number): string | null {
    const ready = paths.filter((path) => !this.isPutOff(path, pass))
    const last = (path: string) => this.#read.get(path) ?? -1
    const turn = [...ready].sort((a, b) => last(a) - last(b))[0]
    const one = ready.find((path) => this.doubtful.has(path)) ?? turn ?? null
    if (one !== null) this.#read.set(one, pass)
    return one
  }

  isPutOff(path: string, pass: number): boolean {
    return (this.#hung.get(path) ?? 0) > pass
  }

  putOff(path: string, pass: number): void {
    this.#hung.set(path, pass + HUNG_PASSES)
  }

  hurry(): void {
    this.#hung.clear()
  }
}
