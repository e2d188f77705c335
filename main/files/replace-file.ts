import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FileFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import { fileFailure } from './failure'

/**
 * Writes a whole file or nothing: beside the target first, flushed, then renamed over it. When anything fails, what
 * stood at the target before still stands there.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<Result<null, FileFailure>> {
  const work = workName(path)
  const written = await writeFlushed(work, path, bytes)
  return written.ok ? moveOver(work, path) : written
}

/** Where a file is written that will stand at `path`: beside it, under a name that nothing else has. */
export const workName = (path: string): string =>
  join(dirname(path), `.${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}.tmp`)

/** Puts a file that is whole and flushed in the place of another. When that fails, it is removed and the other stays. */
export async function moveOver(work: string, path: string): Promise<Result<null, FileFailure>> {
  try {
    await rename(work, path)
    return ok(null)
  } catch (error) {
    await rm(work, { force: true }).catch(() => undefined)
    const failure = fileFailure(error, path)
    // Windows answers "not permitted" when another program holds the target open.
    const isHeld = failure.type === 'NotWritable' && (await stat(path).catch(() => null))?.isFile() === true
    return err(isHeld ? { type: 'Busy', path } : failure)
  }
}

async function writeFlushed(
  work: string,
  path: string,
  bytes: Uint8Array,
): Promise<Result<null, FileFailure>> {
  try {
    const handle = await open(work, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    return ok(null)
  } catch (error) {
    await rm(work, { force: true }).catch(() => undefined)
    return err(fileFailure(error, path))
  }
}
