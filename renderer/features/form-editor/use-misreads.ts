import { useCallback, useState } from 'react'
import { getValue } from '../../../shared/forms'
import type { FormValues } from '../../../shared/forms/values'
import type { Misread } from './editing'
import type { Stop } from './stops'

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

/** Without those whose field has a value again (chosen, undone) or is no longer on the sheet. */
export function stillUnread(
  misreads: ReadonlyMap<string, Misread>,
  stops: readonly Stop[],
  values: FormValues,
): ReadonlyMap<string, Misread> {
  if (misreads.size === 0) return misreads
  const empty = (stop: Stop | undefined) => stop && getValue(values, stop.path) === undefined
  return new Map([...misreads].filter(([stopKey]) => empty(stops.find(({ key }) => key === stopKey))))
}
