import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * The folder of Chromium's profile for one data folder. The IndexedDB of a profile is the working copy of exactly one
 * data folder, and Chromium's lock on the profile makes one window for each data folder.
 */
export function profileFolder(home: string, dataFolder: string): string {
  const name = createHash('sha256').update(trueName(dataFolder)).digest('hex').slice(0, 24)
  return join(home, 'profiles', name)
}

/** The folder's one name, through links and, on Windows, whatever its letters' case; also when it is not there yet. */
function trueName(path: string): string {
  const real = realPathOfWhatExists(path)
  return process.platform === 'win32' ? real.toLowerCase() : real
}

function realPathOfWhatExists(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(realPathOfWhatExists(parent), basename(path))
  }
}
