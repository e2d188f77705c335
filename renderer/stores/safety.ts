import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../shared/ipc/contract'
import type { SafetyStatus } from '../../shared/ipc/safety'

/** Null until the main process has said how things stand. */
export type SafetyState = SafetyStatus | null

export interface SafetyStore {
  readonly store: StoreApi<SafetyState>
  /** Asks how things stand and listens from then on. Answers the way to stop. */
  readonly follow: () => () => void
  /** Makes a backup now; the status says what became of it. */
  readonly backUpNow: () => Promise<void>
}

/** Automatic backups and room on the disk, kept up by what the main process tells. */
export function createSafetyStore(bridge: Bridge): SafetyStore {
  const store = createStore<SafetyState>(() => null)
  const show = (status: SafetyStatus) => {
    store.setState(status, true)
  }
  return {
    store,
    follow: () => {
      const stop = bridge.on('safety:changed', show)
      // Where it cannot be asked now, the next thing that is told says it.
      bridge.call('safety:status', null).then(show, () => undefined)
      return stop
    },
    backUpNow: async () => {
      show(await bridge.call('safety:backUpNow', null))
    },
  }
}
