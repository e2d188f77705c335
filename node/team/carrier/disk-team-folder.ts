import { join, resolve } from 'node:path'
import { ok, err, type Result } from '../../../shared/kernel/result'
import type { RandomBytes } from '../../../shared/kernel/clock'
import { dirParts, fileParts, ownParts } from './carried-path'
import { carrierFailure, codeOf, isPassing, type CarrierAct } from './carrier-errors'
import { nodeCalls, type DiskCalls, type DiskStat } from './disk-calls'
import { listNames, NameCases } from './disk-list'
import { putFile, replaceFile } from './disk-put'
import { readWhole, TooLargeError } from './disk-read'
import { KnownEntries } from './known-entries'
import type { Carried, CarrierFailure, TeamFolder } from './team-folder'

export interface DiskTeamFolderOptions {
  /** The team folder as the person chose it; it is never made here, and may be reached through a link. */
  readonly root: string
  /** 16 hex digits: whose temporary files and notes may be removed. */
  readonly device: string
  readonly random: RandomBytes
  /** For tests: the calls of the file system. */
  readonly calls?: DiskCalls
}

/** Milliseconds before each further try of what passes by itself: 0.8 s altogether. */
const PAUSES: readonly number[] = [30, 80, 200, 500]

/**
 * A team folder in the file system of this computer: a share, a cloud drive's folder, a stick. It never makes its own
 * root: where a drive is not plugged in, its mount point may still be there.
 */
export function diskTeamFolder(options: DiskTeamFolderOptions): TeamFolder {
  const { device, random, calls = nodeCalls } = options
  const root = resolve(options.root)
  const patient = withPatience(calls)
  const cases = new NameCases()
  const known = new KnownEntries()
  /** Folders that were seen to be folders and no links since the root was listed last. */
  const real = new Set<string>()
  const links = { work: true }

  /** The folder's path on the disk; throws what the file system throws, and ENOTDIR where a link stands in the way. */
  const folderOf = async (parts: readonly string[], make: boolean): Promise<string> => {
    let path = root
    for (const part of parts) {
      path = join(path, cases.onDisk(path, part))
      if (real.has(path)) continue
      const found = await patient.lstat(path).catch(async (error: unknown) => {
        if (!make || codeOf(error) !== 'ENOENT') throw error
        await patient.mkdir(path).catch(ignoring('EEXIST'))
        return patient.lstat(path)
      })
      if (!found.isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
      real.add(path)
    }
    return path
  }

  const carried = async <T>(act: CarrierAct, work: () => Promise<Result<T, CarrierFailure>>): Carried<T> => {
    try {
      return await work()
    } catch (error) {
      real.clear()
      if (error instanceof TooLargeError) return err({ type: 'TooLarge', size: error.size })
      const code = codeOf(error)
      if (code === 'UNKNOWN' && !(error instanceof Error && 'errno' in error)) throw error
      const failure = carrierFailure(code, act)
      const gone = await whyUnreachable(calls, root)
      return err(gone === null ? failure : { type: 'Unreachable', reason: gone })
    }
  }

  const putting = async (path: string, bytes: Uint8Array, put: typeof putFile): Carried<null> => {
    const parts = fileParts(path)
    const name = parts.at(-1) ?? ''
    return carried('making', async () => {
      const attempt = async () => {
        const folder = await folderOf(parts.slice(0, -1), true)
        return put({ calls: patient, plain: calls, folder, name, bytes, device, random, links })
      }
      return attempt().catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT' || real.size === 0) throw error
        // A folder that was there has been taken away since; nothing keeps it from being made again.
        real.clear()
        return attempt()
      })
    })
  }

  return {
    list: async (dir) => {
      const parts = dirParts(dir)
      if (parts.length === 0) real.clear()
      return carried('looking', async () => {
        const folder = await folderOf(parts, false)
        return ok(await listNames(patient, folder, parts.length, { cases, known }))
      })
    },
    read: async (path, most) => {
      const parts = fileParts(path)
      return carried('looking', async () => {
        const folder = await folderOf(parts.slice(0, -1), false)
        return ok(await readWhole(patient, join(folder, cases.onDisk(folder, parts.at(-1) ?? '')), most))
      })
    },
    putNew: (path, bytes) => putting(path, bytes, putFile),
    putAgain: (path, bytes) => putting(path, bytes, replaceFile),
    removeOwn: async (path) => {
      const parts = ownParts(path, device)
      const removed = await carried('removing', async () => {
        const folder = await folderOf(parts.slice(0, -1), false)
        await patient.unlink(join(folder, parts.at(-1) ?? ''))
        return ok(null)
      })
      return !removed.ok && removed.error.type === 'NotFound' ? ok(null) : removed
    },
    close: () => Promise.resolve(),
  }
}

/** Tries again, a few times with growing pauses, what a virus scanner or a cloud drive refuses for a moment. */
function withPatience(calls: DiskCalls): DiskCalls {
  const retried = async <T>(call: () => Promise<T>): Promise<T> => {
    for (const pause of PAUSES) {
      try {
        return await call()
      } catch (error) {
        if (!isPassing(codeOf(error))) throw error
        await calls.pause(pause)
      }
    }
    return call()
  }
  return {
    readdir: (path) => retried(() => calls.readdir(path)),
    lstat: (path) => retried(() => calls.lstat(path)),
    stat: (path) => retried(() => calls.stat(path)),
    open: (path, flags) => retried(() => calls.open(path, flags)),
    mkdir: (path) => retried(() => calls.mkdir(path)),
    link: (from, to) => retried(() => calls.link(from, to)),
    rename: (from, to) => retried(() => calls.rename(from, to)),
    unlink: (path) => retried(() => calls.unlink(path)),
    pause: (ms) => calls.pause(ms),
  }
}

/** The code for a root that is not there, is no folder or may not be looked at; null for one that is. */
async function whyUnreachable(calls: DiskCalls, root: string): Promise<string | null> {
  const found = await calls.stat(root).catch((error: unknown) => codeOf(error))
  if (typeof found === 'string') return found
  return isFolder(found) ? null : 'ENOTDIR'
}

const isFolder = (found: DiskStat): boolean => found.isDirectory()

const ignoring =
  (code: string) =>
  (error: unknown): void => {
    if (codeOf(error) !== code) throw error
  }
