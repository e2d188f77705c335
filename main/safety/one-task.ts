/** The one long piece of work of its kind that a person can stop. */
export interface OneTask {
  /** Begins another; the one before, if it still goes on, is stopped. */
  readonly begin: () => AbortSignal
  readonly stop: () => void
}

export function oneTask(): OneTask {
  let current = new AbortController()
  return {
    begin: () => {
      current.abort()
      current = new AbortController()
      return current.signal
    },
    stop: () => {
      current.abort()
    },
  }
}
