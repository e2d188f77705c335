import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../shared/ipc/contract'
import type { BackupKeyFailure, SafetyStatus } from '../../shared/ipc/safety'
import { ok, type Result } from '../../shared/kernel/result'

/** Null until the main process has said how things stand. */
export type SafetyState = SafetyStatus | null

export interface SafetyStore {
  readonly store: StoreApi<SafetyState>
  /** Asks how things stand and listens from then on. Answers the way to stop. */
  readonly follow: () => () => void
  /** Makes a backup now; the status says what became of it. */
  readonly backUpNow: () => Promise<void>
  /** Backups are encrypted with it from now on. */
  readonly setPassphrase: (passphrase: string) => Promise<Result<null, BackupKeyFailure>>
  readonly dropPassphrase: () => Promise<Result<null, BackupKeyFailure>>
  /** Work goes on at this computer though its data were taken to another one. */
  readonly stay: () => Promise<void>
}

/** Automatic backups and room on the disk, kept up by what the main process tells. */
export function createSafetyStore(bridge: Bridge): SafetyStore {
  const store = createStore<SafetyState>(() => null)
  const show = (status: SafetyStatus) => {
    store.setState(status, true)
  }
  const told = (answer: Result<SafetyStatus, BackupKeyFailure>): Result<null, BackupKeyFailure> => {
    if (!answer.ok) return answer
    show(answer.value)
    return ok(null)
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
    setPassphrase: async (passphrase) => told(await bridge.call('safety:setPassphrase', { passphrase })),
    dropPassphrase: async () => told(await bridge.call('safety:dropPassphrase', null)),
    stay: async () => {
      show(await bridge.call('move:stay', null))
    },
  }
}
