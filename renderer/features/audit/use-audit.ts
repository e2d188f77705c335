import { useCallback, useEffect, useState } from 'react'
import { useLive, type AuditKey, type AuditLine } from '../../db'
import { useServices } from '../../stores'
import { queryOf, type AuditFilter } from './filter'

/** Lines that are read at a time. */
const STEP = 200

export interface AuditView {
  readonly lines: readonly AuditLine[]
  /** Where the list goes on; absent at its end. */
  readonly next?: AuditKey
  /** Nothing was found yet, and there is more to look through. */
  readonly looking: boolean
  /** Something was done since the list was read. */
  readonly newer: boolean
  readonly onMore: () => void
  readonly onNewer: () => void
}

interface Read {
  readonly filter: AuditFilter
  readonly turn: number
  readonly lines: readonly AuditLine[]
  readonly next?: AuditKey
}

/** The audit list, page after page by key; a page without a hit is followed by the next by itself. */
export function useAudit(filter: AuditFilter): AuditView {
  const { workingCopy } = useServices()
  const { audit } = workingCopy
  const [turn, setTurn] = useState(0)
  const [wanted, setWanted] = useState(STEP)
  const [read, setRead] = useState<Read | null>(null)
  const current = read?.filter === filter && read.turn === turn ? read : null
  const lines = current?.lines ?? []
  const done = current !== null && current.next === undefined
  const enough = current !== null && current.lines.length >= wanted

  useEffect(() => {
    setWanted(STEP)
  }, [filter, turn])

  useEffect(() => {
    if (done || enough) return undefined
    let stopped = false
    const after = current?.next
    const query = queryOf(filter, STEP)
    void audit.page({ ...query, ...(after ? { after } : {}) }).then((page) => {
      if (stopped) return
      const before = current?.lines ?? []
      const next = page.next
      setRead({ filter, turn, lines: [...before, ...page.lines], ...(next ? { next } : {}) })
    })
    return () => {
      stopped = true
    }
  }, [audit, filter, turn, current, done, enough])

  const newest = useLive(() => audit.newest(), [audit])
  const [first, setFirst] = useState<AuditKey | undefined>(undefined)
  useEffect(() => {
    void audit.newest().then(setFirst)
  }, [audit, filter, turn])

  const onMore = useCallback(() => {
    if (enough) setWanted(lines.length + STEP)
  }, [enough, lines.length])
  return {
    lines,
    ...(current?.next ? { next: current.next } : {}),
    looking: !done && !enough,
    newer: newest !== undefined && first !== undefined && newest.join() !== first.join(),
    onMore,
    onNewer: () => {
      setTurn(turn + 1)
    },
  }
}
