export interface Turns<Q> {
  /** Answers one question in each task. What is heard between two tasks may come first. */
  readonly answer: (question: Q) => void
  /** Questions that stand before all others: of a person who types. */
  readonly isUrgent: (question: Q) => boolean
  /** When everything that has arrived meanwhile was heard. */
  readonly nextTask: () => Promise<void>
}

/**
 * Answers questions in the order in which they came, the urgent ones first: what a page draws all at once takes a tenth of a second
 * after a start, and who has begun to search does not wait for it.
 */
export function takeTurns<Q>({ answer, isUrgent, nextTask }: Turns<Q>): (question: Q) => void {
  const waiting: Q[] = []
  let isBusy = false
  const answerAll = async () => {
    isBusy = true
    while (waiting.length > 0) {
      const [next] = waiting.splice(Math.max(0, waiting.findIndex(isUrgent)), 1)
      if (next !== undefined) answer(next)
      await nextTask()
    }
    isBusy = false
  }
  return (question) => {
    waiting.push(question)
    if (!isBusy) void answerAll()
  }
}

/** A message to oneself: it comes behind all that have arrived. */
export function ownTasks(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel()
  let done: () => void = () => undefined
  port1.onmessage = () => {
    done()
  }
  return () =>
    new Promise((resolve) => {
      done = resolve
      port2.postMessage(null)
    })
}
