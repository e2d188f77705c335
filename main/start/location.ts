import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { replaceFile } from '../files/replace-file'
import type { FileFailure } from '../../shared/ipc/contract'
import type { Result } from '../../shared/kernel/result'
import { demoArgument } from '../demo/arguments'
import { demoFolder } from '../demo/place'
import { dataArgument } from './arguments'

/**
 * Where the data folder is, and who says so. `chosen`: the location file names it, so a folder must stand there already;
 * `unreadable`: the location file is there but says nothing that can be read, so no folder may be made in its stead.
 */
export type Located =
  | { readonly origin: 'argument' | 'environment' | 'chosen' | 'standard'; readonly path: string }
  | { readonly origin: 'unreadable'; readonly path: string; readonly reason: string }

export interface Surroundings {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** The program's own folder of this person on this computer; holds the location file and the usual data folder. */
  readonly home: string
}

export const standardFolder = (home: string): string => join(home, 'data')
export const locationFile = (home: string): string => join(home, 'location.json')

/** `--data`, else the demo data (`--demo`), else the environment variable ZHIKE_DATA, else the location file, else the usual place. */
export function locate({ argv, env, cwd, home }: Surroundings): Located {
  const argument = dataArgument(argv)
  if (argument !== undefined) return { origin: 'argument', path: resolve(cwd, argument) }
  if (demoArgument(argv) !== null) return { origin: 'argument', path: demoFolder(home) }
  if (env['ZHIKE_DATA']) return { origin: 'environment', path: resolve(cwd, env['ZHIKE_DATA']) }
  return readLocation(locationFile(home)) ?? { origin: 'standard', path: standardFolder(home) }
}

function readLocation(file: string): Located | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    return { origin: 'unreadable', path: file, reason: String(error) }
  }
  try {
    const { path } = JSON.parse(text) as { path?: unknown }
    if (typeof path === 'string' && path !== '') return { origin: 'chosen', path: resolve(path) }
    return { origin: 'unreadable', path: file, reason: 'no path' }
  } catch (error) {
    return { origin: 'unreadable', path: file, reason: String(error) }
  }
}

/** Remembers the chosen data folder for the next start. */
export function writeLocation(home: string, path: string): Promise<Result<null, FileFailure>> {
  return replaceFile(locationFile(home), Buffer.from(`${JSON.stringify({ v: 1, path })}\n`))
}
