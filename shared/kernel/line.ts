/** Does one piece of work at a time. */
export interface Line {
  <T>(work: () => Promise<T>): Promise<T>
  /**
   * The same for work that lets the next of its kind begin before it has ended, by calling `release`. All other work behind it waits
   * until it has ended.
   */
  readonly ahead: <T>(work: (release: () => void) => Promise<T>) => Promise<T>
}

interface Waiting {
  readonly isAhead: boolean
  readonly begin: () => void
}

/**
 * A queue: each piece of work begins when the one before it has ended, well or not. With nothing before it, it begins at once,
 * before the caller goes on.
 */
export function makeLine(): Line {
  const waiting: Waiting[] = []
  /** Pieces of work that have not ended, and those of them that nothing may begin beside. */
  let running = 0
  let holding = 0

  const isFree = (isAhead: boolean): boolean => (isAhead ? holding : running) === 0
  const goOn = () => {
    for (let next = waiting[0]; next && isFree(next.isAhead); next = waiting[0]) {
      waiting.shift()
      next.begin()
    }
  }
  const begun = <T>(work: (release: () => void) => Promise<T>): Promise<T> => {
    let holds = true
    running += 1
    holding += 1
    const release = () => {
      if (!holds) return
      holds = false
      holding -= 1
      goOn()
    }
    const end = () => {
      running -= 1
      release()
      goOn()
    }
    const turn = work(release)
    turn.then(end, end)
    return turn
  }
  const take = <T>(isAhead: boolean, work: (release: () => void) => Promise<T>): Promise<T> => {
    if (waiting.length === 0 && isFree(isAhead)) return begun(work)
    return new Promise<T>((resolve, reject) => {
      waiting.push({
        isAhead,
        begin: () => {
          begun(work).then(resolve, reject)
        },
      })
    })
  }
  return Object.assign(<T>(work: () => Promise<T>) => take(false, work), {
    ahead: <T>(work: (release: () => void) => Promise<T>) => take(true, work),
  })
}
