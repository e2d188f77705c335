import { cpSync, mkdtempSync, readdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { profileFolder } from '../../../main/start/profile'
import { removeFolder } from '../../support/remove-folder'

/** Where the program of one computer keeps everything. */
export interface Computer {
  /** Chromium's folder, with the profile of each data folder below it. */
  readonly profile: string
  readonly dataFolder: string
}

/** Makes one computer stand as another one, whose program has ended, does now. Its folders may be there, empty. */
export function copyComputer(from: Computer, to: Computer): void {
  cpSync(from.profile, to.profile, { recursive: true })
  cpSync(from.dataFolder, to.dataFolder, { recursive: true })
  const profiles = join(to.profile, 'profiles')
  renameSync(join(profiles, readdirSync(profiles)[0] ?? ''), profileFolder(to.profile, to.dataFolder))
}

/** A folder for what many tests of this worker copy; removed when the worker ends. */
export function workerFolder(kind: string): string {
  const path = mkdtempSync(join(tmpdir(), `zhike-${kind} `))
  process.once('exit', () => {
    removeFolder(path)
  })
  return path
}
