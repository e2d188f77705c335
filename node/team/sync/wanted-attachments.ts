/**
 * Attachments that changes name and that are not here yet, the latest named first. What a sitting does not know from an earlier
 * one, the data folder tells: see `recall`.
 */
export class WantedAttachments implements Iterable<string> {
  /** By hash, the one that is fetched last in front. */
  #hashes = new Set<string>()
  isRecalled = false

  /** Named, or asked for, now: before all others. */
  add(hash: string): void {
    this.#hashes.delete(hash)
    this.#hashes.add(hash)
  }

  delete(hash: string): void {
    this.#hashes.delete(hash)
  }

  /** It was looked for and has not come: behind the others next time. */
  postpone(hash: string): void {
    this.#hashes.delete(hash)
    this.#hashes = new Set([hash, ...this.#hashes])
  }

  /** What the data folder lacked when the sitting began, the latest named first: behind what was asked for since. */
  recall(hashes: readonly string[]): void {
    this.isRecalled = true
    this.#hashes = new Set([...hashes.filter((hash) => !this.#hashes.has(hash)).reverse(), ...this.#hashes])
  }

  get size(): number {
    return this.#hashes.size
  }

  /** As they are to be fetched; it may be changed meanwhile. */
  [Symbol.iterator](): Iterator<string> {
    return [...this.#hashes].reverse()[Symbol.iterator]()
  }
}
