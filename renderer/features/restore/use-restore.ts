import { useEffect, useState } from 'react'
import type {
  BackupPreview,
  ListedBackup,
  PlaceInTheWay,
  ReadBackupFailure,
} from '../../../shared/ipc/restore'
import type { Bridge, StartFailure } from '../../../shared/ipc/contract'
import { olderThan } from './older'

/** Where the way back stands. */
export type Standing =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly archive: string }
  /** `wrong`: a passphrase was given, and it is another. */
  | { readonly at: 'locked'; readonly archive: string; readonly wrong: boolean }
  /** `older`: the next earlier one of those that are known. */
  | {
      readonly at: 'refused'
      readonly archive: string
      readonly failure: ReadBackupFailure
      readonly older: ListedBackup | null
    }
  | {
      readonly at: 'seen'
      readonly preview: BackupPreview
      readonly target: string
      readonly failure: ReadBackupFailure | StartFailure | PlaceInTheWay | null
    }
  | { readonly at: 'restoring'; readonly preview: BackupPreview; readonly target: string }

export interface Restore {
  readonly standing: Standing
  /** Backups to choose from, newest first; null: not known yet. */
  readonly listed: readonly ListedBackup[] | null
  /** Whether they lie beside an archive that a person chose. */
  readonly beside: boolean
  readonly chooseFile: () => Promise<void>
  readonly look: (archive: string, passphrase?: string) => Promise<void>
  readonly choosePlace: () => Promise<void>
  readonly go: () => Promise<void>
  readonly stop: () => void
  readonly again: () => void
}

/** A backup is chosen, read, shown and restored; at every step the way back is open. */
export function useRestore(bridge: Bridge): Restore {
  const [standing, setStanding] = useState<Standing>({ at: 'choosing' })
  const [listed, setListed] = useState<readonly ListedBackup[] | null>(null)
  const [beside, setBeside] = useState(false)
  useEffect(() => {
    void bridge.call('restore:list', null).then(setListed)
    return () => {
      void bridge.call('restore:cancel', { work: 'restore' })
    }
  }, [bridge])

  const look = async (archive: string, passphrase: string | null, known: readonly ListedBackup[]) => {
    setStanding({ at: 'reading', archive })
    const looked = await bridge.call('restore:look', { archive, passphrase })
    if (looked.ok) {
      setStanding({ at: 'seen', preview: looked.value, target: looked.value.target, failure: null })
      return
    }
    const { error } = looked
    if (error.type === 'Cancelled') setStanding({ at: 'choosing' })
    else if (error.type === 'BackupLocked' || error.type === 'WrongBackupPassphrase')
      setStanding({ at: 'locked', archive, wrong: error.type === 'WrongBackupPassphrase' })
    else setStanding({ at: 'refused', archive, failure: error, older: olderThan(archive, known) })
  }
  return {
    standing,
    listed,
    beside,
    look: (archive, passphrase) => look(archive, passphrase ?? null, listed ?? []),
    chooseFile: async () => {
      const { path, beside: others } = await bridge.call('restore:choose', null)
      if (path === null) return
      const known = others.length > 0 ? others : (listed ?? [])
      setListed(known)
      setBeside(others.length > 0)
      await look(path, null, known)
    },
    choosePlace: async () => {
      if (standing.at !== 'seen') return
      const placed = await bridge.call('restore:place', null)
      if (!placed.ok) setStanding({ ...standing, failure: placed.error })
      else if (placed.value.path !== null)
        setStanding({ ...standing, target: placed.value.path, failure: null })
    },
    go: async () => {
      if (standing.at !== 'seen') return
      const { preview, target } = standing
      setStanding({ at: 'restoring', preview, target })
      const restored = await bridge.call('restore:go', { archive: preview.archive, target })
      // The program starts again on the new data folder by itself.
      if (!restored.ok)
        setStanding({
          at: 'seen',
          preview,
          target,
          failure: restored.error.type === 'Cancelled' ? null : restored.error,
        })
    },
    stop: () => {
      void bridge.call('restore:cancel', { work: 'restore' })
    },
    again: () => {
      setStanding({ at: 'choosing' })
    },
  }
}
