import type { Bridge, LocalSettings, StartFailure, StartInfo } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'
import { wakeStorage } from '../db/wake-storage'

/** What was asked before the window's own code was there. For the first start only: a later attempt asks anew. */
export interface Early {
  readonly settings: Promise<LocalSettings>
  readonly started: Promise<Result<StartInfo, StartFailure>>
  /** The working copy is open (or cannot be): what was opened early need not be kept any more. */
  readonly letStorageGo: () => void
}

/** Asks everything at once that the start needs and that needs nothing else. */
export function askEarly(bridge: Bridge, storage: IDBFactory): Early {
  const early = {
    settings: bridge.call('settings:get', null),
    started: bridge.call('app:start', null),
    letStorageGo: wakeStorage(storage),
  }
  // Who waits for them hears of it; until then nobody does.
  early.settings.catch(() => undefined)
  early.started.catch(() => undefined)
  return early
}
