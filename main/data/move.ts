import { isAbsolute } from 'node:path'
import { app } from 'electron'
import type { FileFailure, StartFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import { withDataArgument } from '../start/arguments'
import { writeLocation, type Located } from '../start/location'
import { prepareFolder, type OpenFolder } from './folder-session'

export interface Moving {
  /** How this run found its data folder. */
  readonly located: Located
  readonly home: string
  readonly openFolder: OpenFolder
  /** Closes the window as a person does, so that it can put its draft down. */
  readonly closeWindow: () => void
}

/** Makes sure that a data folder can be at `path`, then starts the program again on it. */
export async function moveTo(path: string, moving: Moving): Promise<Result<null, StartFailure>> {
  if (!isAbsolute(path)) return err({ type: 'NotADataFolder', path })
  const prepared = await prepareFolder(path, moving.openFolder)
  return prepared.ok ? startAgainOn(path, moving) : prepared
}

/**
 * Starts the program again on another data folder. One that was given on the command line or by the environment is
 * somebody's arrangement for this start only: then the new place is handed on the same way and not remembered.
 */
export async function startAgainOn(
  path: string,
  { located, home, closeWindow }: Moving,
): Promise<Result<null, FileFailure>> {
  const isGiven = located.origin === 'argument' || located.origin === 'environment'
  if (!isGiven) {
    const remembered = await writeLocation(home, path)
    if (!remembered.ok) return remembered
  }
  app.relaunch({ args: [...withDataArgument(process.argv.slice(1), isGiven ? path : null)] })
  // After the answer has gone out.
  setImmediate(closeWindow)
  return ok(null)
}
