import type { FileFailure, LocalSettings } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'
import { readSettings, writeSettings, type ReadSettings } from './settings'

/** This computer's settings, read once and written one after the other. */
export interface SettingsKeeper {
  readonly read: () => ReadSettings
  readonly write: (settings: LocalSettings) => Promise<Result<null, FileFailure>>
}

export function settingsKeeper(file: string): SettingsKeeper {
  let current = readSettings(file)
  let writing: Promise<unknown> = Promise.resolve()
  return {
    read: () => current,
    write: (settings) => {
      const written = writing.then(() => writeSettings(file, settings))
      writing = written
      return written.then((result) => {
        if (result.ok) current = { settings }
        return result
      })
    },
  }
}
