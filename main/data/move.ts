import { isAbsolute } from 'node:path'
import { app } from 'electron'
import type { StartFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import { withDataArgument } from '../start/arguments'
import { writeLocation, type Located } from '../start/location'
import { prepareFolder, type OpenFolder } from './folder-session'

export interface Moving {
  /** How this run found its data folder. */
  readonly located: Located
  readonly home: string
  readonly openFolder: OpenFolder
  readonly quit: () => void
}

/**
 * Starts the program again on another data folder. One that was given on the command line or by the environment is
 * somebody's arrangement for this start only: then the new place is handed on the same way and not remembered.
 */
export async function moveTo(path: string, moving: Moving): Promise<Result<null, StartFailure>> {
  if (!isAbsolute(path)) return err({ type: 'NotADataFolder', path })
  const prepared = await prepareFolder(path, moving.openFolder)
  if (!prepared.ok) return prepared
  const isGiven = moving.located.origin === 'argument' || moving.located.origin === 'environment'
  if (!isGiven) {
    const remembered = await writeLocation(moving.home, path)
    if (!remembered.ok) return remembered
  }
  app.relaunch({ args: [...withDataArgument(process.argv.slice(1), isGiven ? path : null)] })
  setImmediate(moving.quit)
  return ok(null)
}
