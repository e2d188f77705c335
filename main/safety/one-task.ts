/** The one long piece of work that a person can stop: a backup, a look into one, a restore. */
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
