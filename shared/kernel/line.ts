/** Does one piece of work at a time. */
export type Line = <T>(work: () => Promise<T>) => Promise<T>

/**
 * A queue: each piece of work begins when the one before it has ended, well or not. With nothing before it, it begins at once,
 * before the caller goes on.
 */
export function makeLine(): Line {
  let last: Promise<unknown> | null = null
  return (work) => {
    const turn = last ? last.then(work) : work()
    const ended: Promise<unknown> = turn.then(
      () => {
        if (last === ended) last = null
      },
      () => {
        if (last === ended) last = null
      },
    )
    last = ended
    return turn
  }
}
