import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../../shared/ipc/contract'
import type { Rescued, RescueFailure, UnderWay } from '../../../shared/ipc/recovery'

export type RescueState =
  | { readonly is: 'idle' }
  | { readonly is: 'running' }
  | { readonly is: 'done'; readonly rescued: Rescued }
  | { readonly is: 'failed'; readonly failure: RescueFailure | UnderWay }

export interface Rescuing {
  readonly store: StoreApi<RescueState>
  readonly begin: () => Promise<void>
  /** Answers when no export is going on. */
  readonly ended: () => Promise<void>
}

const known = new WeakMap<Bridge, Rescuing>()

/** The export of a window. It goes on while its page is left, and whoever comes back sees how it stands. */
export function rescuingOf(bridge: Bridge): Rescuing {
  const there = known.get(bridge) ?? createRescuing(bridge)
  known.set(bridge, there)
  return there
}

function createRescuing(bridge: Bridge): Rescuing {
  const store = createStore<RescueState>(() => ({ is: 'idle' }))
  let going = Promise.resolve()
  const run = async () => {
    store.setState({ is: 'running' }, true)
    try {
      const result = await bridge.call('recovery:rescue', null)
      if (!result.ok) store.setState({ is: 'failed', failure: result.error }, true)
      else
        store.setState(result.value === null ? { is: 'idle' } : { is: 'done', rescued: result.value }, true)
    } finally {
      if (store.getState().is === 'running') store.setState({ is: 'idle' }, true)
    }
  }
  return {
    store,
    begin: () => {
      if (store.getState().is !== 'running') going = run()
      return going
    },
    ended: () => going.catch(() => undefined),
  }
}
