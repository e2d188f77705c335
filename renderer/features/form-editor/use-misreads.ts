import { useCallback, useState } from 'react'
import type { Misread } from './editing'

/** Texts that were left without being understood, by stop key. */
export function useMisreads(): readonly [
  ReadonlyMap<string, Misread>,
  (stopKey: string, misread: Misread | null) => void,
] {
  const [misreads, setMisreads] = useState<ReadonlyMap<string, Misread>>(new Map())
  const note = useCallback((stopKey: string, misread: Misread | null) => {
    setMisreads((old) => {
      if (!misread && !old.has(stopKey)) return old
      const next = new Map(old)
      if (misread) next.set(stopKey, misread)
      else next.delete(stopKey)
      return next
    })
  }, [])
  return [misreads, note]
}
