import { liveQuery } from 'dexie'
import { useEffect, useState, type DependencyList } from 'react'

/**
 * The answer of a repository's question, asked again whenever a change touches what it read. Undefined until the first
 * answer. `deps` are the values that the question uses, as for an effect.
 */
export function useLive<T>(question: () => Promise<T>, deps: DependencyList): T | undefined {
  const [answer, setAnswer] = useState<T | undefined>(undefined)
  const [failure, setFailure] = useState<unknown>(undefined)
  useEffect(() => {
    const subscription = liveQuery(question).subscribe({ next: setAnswer, error: setFailure })
    return () => {
      subscription.unsubscribe()
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller names what its question uses
  }, deps)
  if (failure !== undefined) throw failure instanceof Error ? failure : new Error(String(failure))
  return answer
}
