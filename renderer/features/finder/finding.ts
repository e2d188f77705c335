import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FoundLines, Lists } from '../../db'
import { groupsOf, SHOWN, type FoundParts, type Group } from './found'

export interface FoundNow {
  /** What was asked; the groups answer this. */
  readonly query: string
  readonly groups: readonly Group[]
  /** The lists cannot be read; what else was found is there. */
  readonly failed: boolean
}

/** What is found without the lists. */
export type FindOthers = (query: string) => Pick<FoundParts, 'drafts' | 'forms' | 'commands'>

export interface Finding {
  readonly store: StoreApi<FoundNow>
  /** Asks the lists at once: they look while the window draws what was typed. Does nothing when that is what was asked last. */
  readonly ask: (query: string) => void
  /** What is found beside the lists may be another now. */
  readonly renew: (findOthers: FindOthers) => void
}

const nothing: FoundLines = { customers: { count: 0, rows: [] }, records: { count: 0, rows: [] } }

/**
 * Everything that a query means, asked at each key; the last answer stays until the next one is whole, and an answer to an earlier query
 * is dropped.
 */
export function createFinding(lists: Pick<Lists, 'find'>, first: FindOthers): Finding {
  const store = createStore<FoundNow>(() => ({ query: '', groups: [], failed: false }))
  let findOthers = first
  let asked = ''
  /** Rises with each question: the newest is answered. */
  let newest = 0

  const look = (query: string) => {
    const question = (newest += 1)
    const found =
      query.trim() === ''
        ? Promise.resolve(nothing)
        : lists.find(query, { customers: SHOWN.customers, records: SHOWN.records })
    const others = once(() => findOthers(query))
    // After what was typed is drawn, while the lists are still looking.
    setTimeout(() => {
      if (question === newest) others()
    })
    const show = (lines: FoundLines, failed: boolean) => {
      if (question !== newest) return
      store.setState({ query, groups: groupsOf({ query, lines, ...others() }), failed })
    }
    found.then(
      (lines) => {
        show(lines, false)
      },
      () => {
        show(nothing, true)
      },
    )
  }

  return {
    store,
    ask: (query) => {
      if (query === asked) return
      asked = query
      look(query)
    },
    renew: (next) => {
      if (next === findOthers) return
      findOthers = next
      if (asked.trim() !== '') look(asked)
    },
  }
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | null = null
  return () => (done ??= { value: work() }).value
}
