import { useCallback, useEffect, useState } from 'react'
import { flushAll, unfinishedDrafts, useServices } from '../../stores'
import type { Draft, FileFailure } from '../../../shared/ipc/contract'
import type { Result } from '../../../shared/kernel/result'

export interface Drafts {
  /** Newest first; undefined until they were read. */
  readonly drafts?: readonly Draft[]
  readonly failure?: FileFailure
  readonly remove: (id: string) => Promise<Result<null, FileFailure>>
}

/** What was typed on this computer and not saved yet. */
export function useDrafts(): Drafts {
  const { bridge, workingCopy } = useServices()
  const [list, setList] = useState<Result<readonly Draft[], FileFailure> | null>(null)
  const read = useCallback(async () => {
    setList(await unfinishedDrafts({ bridge, workingCopy }))
  }, [bridge, workingCopy])
  useEffect(() => {
    let current = true
    // A form that was just left may still be putting its draft down.
    void flushAll()
      .then(() => unfinishedDrafts({ bridge, workingCopy }))
      .then((result) => {
        if (current) setList(result)
      })
    return () => {
      current = false
    }
  }, [bridge, workingCopy])
  const remove = useCallback(
    async (id: string) => {
      const result = await bridge.call('draft:remove', { id })
      await read()
      return result
    },
    [bridge, read],
  )
  if (!list) return { remove }
  if (!list.ok) return { failure: list.error, remove }
  return { drafts: [...list.value].sort((a, b) => b.savedAt - a.savedAt), remove }
}
