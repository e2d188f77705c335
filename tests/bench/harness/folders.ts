import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { nodeFiles, openDataFolder, type DataFolder } from '../../../node/store'

/** The data folder there, opened as the program opens it. `memory`: what is remembered of its segments. */
export async function openFolder(path: string, memory?: string): Promise<DataFolder> {
  const opened = await openDataFolder({
    path,
    files: nodeFiles(),
    clock: { now: () => Date.now() },
    random: (length) => randomBytes(length),
    appVersion: '0.1.0',
    ...(memory === undefined ? {} : { memory }),
  })
  if (!opened.ok) throw new Error(`cannot open: ${opened.error.type}`)
  return opened.value
}

/** Every file below a folder, in the order of names. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

export const bytesIn = (folder: string): number =>
  filesIn(folder).reduce((sum, file) => sum + statSync(file).size, 0)

export const readAll = (folder: string): readonly Buffer[] =>
  filesIn(folder).map((file) => readFileSync(file))
