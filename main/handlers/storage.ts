import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../shared/kernel/clock'
import { err, ok } from '../../shared/kernel/result'
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
      let copied = true
      try {
        await mkdir(kept, { recursive: true })
        await cp(join(profile, FOLDER), join(kept, FOLDER), { recursive: true })
      } catch (error) {
        log('storage not copied', String(error))
        copied = false
        // Room can be made; what was deleted without a copy cannot be had again.
        if (isFull(error)) {
          await rm(kept, { recursive: true, force: true })
          return err({ type: 'DiskFull', path: kept })
        }
      }
      await clear()
      log('storage renewed', copied ? kept : 'no copy')
      return ok({ kept: copied ? kept : null })
    },
  }
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
