import { useEffect, useState, type DependencyList } from 'react'
import type { Lists } from './lists'

/** Shortest time between two answers while many lines change (milliseconds). */
const PAUSE = 150

/**
 * The answer of a question about the lists, asked again when lines have changed. Undefined until the first answer; the
 * last one stays while the next is on its way. `deps` are the values that the question uses, as for an effect.
 */
export function useList<T>(
  lists: Lists,
  question: (lists: Lists) => Promise<T>,
  deps: DependencyList,
): T | undefined {
  const [answer, setAnswer] = useState<T | undefined>(undefined)
  const [failure, setFailure] = useState<unknown>(undefined)
  useEffect(() => {
    let current = true
    let timer: ReturnType<typeof setTimeout> | undefined
    let asking = false
    let again = false
    const ask = () => {
      asking = true
      again = false
      question(lists)
        .then(
          (next) => {
            if (current) setAnswer(() => next)
          },
          (error: unknown) => {
            if (current) setFailure(error)
          },
        )
        .finally(() => {
          asking = false
          if (again && current) later()
        })
    }
    const later = () => {
      if (asking) again = true
      else
        timer ??= setTimeout(() => {
          timer = undefined
          ask()
        }, PAUSE)
    }
    ask()
    const stop = lists.onChange(later)
    return () => {
      current = false
      clearTimeout(timer)
      stop()
    }
  }, [lists, ...deps])
  if (failure !== undefined)
    throw failure instanceof Error
      ? failure
      : new Error('a question about the lists failed', { cause: failure })
  return answer
}
