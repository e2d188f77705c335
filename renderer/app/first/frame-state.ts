import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FrameMemory } from '../../../shared/ipc/frame'
import { untouched, type FinderBegin } from '../../ui/finder-input'

/** What rail and bar tell. What is not known yet is not shown. */
export interface FrameFacts extends Omit<FrameMemory, 'forms' | 'person'> {
  readonly forms?: number
  readonly person?: FrameMemory['person']
  readonly dues?: number | undefined
  readonly records?: number | undefined
  readonly customers?: number | undefined
  readonly readOnly: boolean
}

/** What was asked of the person's button: the list of all, or to change to one. */
export type PeopleWish = 'none' | 'list' | { readonly id: string }

/** The state of rail and bar, which stand before the data do: what is wished early waits in it. */
export interface FrameState {
  readonly facts: FrameFacts
  readonly people: PeopleWish
  /** What was done with the box that finds everything before it could answer. */
  readonly finder: FinderBegin
  /** The menu asked for the demo data. */
  readonly wantsDemo: boolean
}

export type FrameStore = StoreApi<FrameState>

/** Nothing was wished early, or it does not hold any more. */
export const noWishes: Omit<FrameState, 'facts'> = { people: 'none', finder: untouched, wantsDemo: false }

/** `memory`: of the start before. */
export function createFrameStore(memory: FrameMemory | null): FrameStore {
  const nothing: FrameFacts = { quick: [], isMember: false, others: [], readOnly: false }
  return createStore<FrameState>(() => ({
    facts: { ...nothing, ...memory },
    ...noWishes,
  }))
}
