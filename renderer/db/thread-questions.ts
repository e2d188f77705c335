/** Questions to a thread that are on their way: each has a number, under which its answer comes. */
export interface ThreadQuestions {
  /** `send` is called with the question's number. Rejects when the thread says so, or has broken down. */
  readonly ask: <T>(send: (id: number) => void) => Promise<T>
  readonly answer: (id: number, value: unknown) => void
  readonly refuse: (id: number, reason: string) => void
  /** No answer comes any more: what waits is refused, and whatever is asked from now on. */
  readonly breakDown: (reason: string) => void
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
}

export function threadQuestions(): ThreadQuestions {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let broken: Error | null = null
  const taken = (id: number) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    return asked
  }
  return {
    ask: (send) =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken)
          return
        }
        const id = (lastId += 1)
        waiting.set(id, { resolve, reject })
        send(id)
      }),
    answer: (id, value) => taken(id)?.resolve(value as never),
    refuse: (id, reason) => taken(id)?.reject(new Error(reason)),
    breakDown: (reason) => {
      broken ??= new Error(reason)
      for (const { reject } of waiting.values()) reject(broken)
      waiting.clear()
    },
  }
}
