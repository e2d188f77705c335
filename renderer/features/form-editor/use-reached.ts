import { useCallback, useState } from 'react'

export interface Reached {
  /** The stop that has the focus, or had it last. */
  readonly key: string | null
  /** Stops that had it and were left: only then is a half-typed number worth a word. */
  readonly left: ReadonlySet<string>
}

const nowhere: Reached = { key: null, left: new Set() }

/** The way of the focus over the sheet. */
export function useReached(): readonly [Reached, (stopKey: string) => void] {
  const [reached, setReached] = useState(nowhere)
  const reach = useCallback((stopKey: string) => {
    setReached((old) => {
      if (old.key === stopKey) return old
      return { key: stopKey, left: old.key === null ? old.left : new Set(old.left).add(old.key) }
    })
  }, [])
  return [reached, reach]
}
