import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AttachmentFailure } from '../../shared/ipc/attachments'
import { err, ok, type Result } from '../../shared/kernel/result'
import { endingOf, isOpenable } from '../../shared/store/file-types'
import { fileFailure } from './failure'
import { safeFileName } from '../../shared/kernel/file-name'

/** Opens bytes with the system's program for files of that name. */
export type OpenCopy = (name: string, bytes: Uint8Array) => Promise<Result<null, AttachmentFailure>>

export interface OpenCopyParts {
  /** A folder of this program's own; what an earlier run left in it is removed. */
  readonly place: string
  /** The system's: answers why it could not, or ''. */
  readonly openPath: (path: string) => Promise<string>
}

/**
 * Writes a copy that cannot be changed under the file's real name, each into a folder of its own, and opens that. Programs
 * and scripts, and what may be one, are never opened.
 */
export function copyOpener({ place, openPath }: OpenCopyParts): OpenCopy {
  // Copies that a program still shows may be held open (Windows): they stay until the next start.
  const cleared = rm(place, { recursive: true, force: true }).catch(() => undefined)
  return async (name, bytes) => {
    const ending = endingOf(name)
    if (!isOpenable(name)) return err({ type: 'NotOpened', name })
    await cleared
    const safe = safeFileName(name, ending)
    let path = join(place, safe)
    try {
      await mkdir(place, { recursive: true, mode: 0o700 })
      path = join(await mkdtemp(join(place, 'copy-')), safe)
      await writeFile(path, bytes, { flag: 'wx', mode: 0o400 })
    } catch (error) {
      return err(fileFailure(error, path))
    }
    const reason = await openPath(path)
    return reason === '' ? ok(null) : err({ type: 'OpenFailed', name, reason })
  }
}
