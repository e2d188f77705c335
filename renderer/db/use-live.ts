import { useEffect, useState, type DependencyList } from 'react'
import { watch } from './watch'

/**
 * The answer of a repository's question, asked again whenever a change touches what it read. Undefined until the first
 * answer. `deps` are the values that the question uses, as for an effect.
 */
export function useLive<T>(question: () => Promise<T>, deps: DependencyList): T | undefined {
  const [answer, setAnswer] = useState<T | undefined>(undefined)
  const [failure, setFailure] = useState<unknown>(undefined)
  useEffect(() => {
    return watch(
      question,
      (next) => {
        setAnswer(() => next)
      },
      setFailure,
    )
  }, deps)
  if (failure !== undefined)
    throw failure instanceof Error ? failure : new Error('a live question failed', { cause: failure })
  return answer
}
