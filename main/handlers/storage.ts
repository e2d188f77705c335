import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../shared/kernel/clock'
import { ok } from '../../shared/kernel/result'
import type { Handlers } from '../ipc/answer'

export interface StorageParts {
  /** Chromium's own folder. */
  readonly profile: string
  readonly clock: Clock
  readonly log: (kind: string, detail: string) => void
  /** Deletes every IndexedDB of the window. */
  readonly clear: () => Promise<void>
}

/** Chromium's folder of all IndexedDBs, inside its profile. */
const FOLDER = 'IndexedDB'

/** The browser's storage, for when the window cannot open it any more. */
export function storageHandlers({
  profile,
  clock,
  log,
  clear,
}: StorageParts): Pick<Handlers, 'storage:renew'> {
  return {
    'storage:renew': async () => {
      const kept = join(profile, 'kept', String(clock.now()))
      const copied = await mkdir(kept, { recursive: true })
        .then(() => cp(join(profile, FOLDER), join(kept, FOLDER), { recursive: true }))
        .then(() => true)
        .catch((error: unknown) => {
          log('storage not copied', String(error))
          return false
        })
      await clear()
      log('storage renewed', copied ? kept : 'no copy')
      return ok({ kept: copied ? kept : null })
    },
  }
}
