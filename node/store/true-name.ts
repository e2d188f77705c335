import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** A place's one name, through links and, on Windows, whatever its letters' case; also when it is not there yet. */
export async function trueName(path: string): Promise<string> {
  const real = await realPathOfWhatExists(resolve(path))
  return process.platform === 'win32' ? real.toLowerCase() : real
}

async function realPathOfWhatExists(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(await realPathOfWhatExists(parent), basename(path))
  }
}
