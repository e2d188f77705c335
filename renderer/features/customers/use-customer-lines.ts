import { useCallback, useState } from 'react'
import type { ListRow } from '../../../shared/search/list-row'
import { useList } from '../../db'
import { useServices } from '../../stores'
import type { CustomerQuery } from './list-filter'

/** Lines that are read at once; what is seen lies in the middle of three such blocks. */
const BLOCK = 100

export interface CustomerLines {
  /** Undefined until the first answer. */
  readonly count: number | undefined
  /** Undefined where the line has not been read yet. */
  readonly lineAt: (index: number) => ListRow | undefined
  /** The first line that is seen now. */
  readonly onSeen: (index: number) => void
}

/** The lines of a list around what is seen, so that any length scrolls. */
export function useCustomerLines(query: CustomerQuery): CustomerLines {
  const { workingCopy } = useServices()
  const [block, setBlock] = useState(0)
  const key = JSON.stringify(query)
  const answer = useList(
    workingCopy.lists,
    async (lists) => {
      const from = Math.max(0, block - 1) * BLOCK
      const view = await lists.customers(query, from, 3 * BLOCK)
      return { from, key, ...view }
    },
    [block, key],
  )
  const lineAt = useCallback(
    (index: number) => (answer?.key === key ? answer.rows[index - answer.from] : undefined),
    [answer, key],
  )
  const onSeen = useCallback((index: number) => {
    setBlock(Math.floor(index / BLOCK))
  }, [])
  return { count: answer?.count, lineAt, onSeen }
}
