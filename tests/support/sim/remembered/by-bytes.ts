/**
 * What is worked out of bytes once in a process. The disks and folders of the simulator hand out the very bytes that were put, and
 * nobody writes into them: the same stretch of the same buffer says the same for every computer of a history. Only here: the
 * program itself reads anew whatever it reads.
 */
export class ByBytes<T> {
  readonly #known = new WeakMap<ArrayBufferLike, Map<string, T>>()

  /** `what`: everything else on which the answer depends. */
  of({ buffer, byteOffset, length }: Uint8Array, what: string, work: () => T): T {
    let known = this.#known.get(buffer)
    if (known === undefined) this.#known.set(buffer, (known = new Map<string, T>()))
    const key = `${byteOffset} ${length} ${what}`
    let answer = known.get(key)
    if (answer === undefined) known.set(key, (answer = work()))
    return answer
  }
}
