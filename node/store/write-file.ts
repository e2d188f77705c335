import { dirname } from 'node:path'
import { err, ok } from '../../shared/kernel/result'
import type { FileAccess, FilePort, FileResult } from './file-port'
import { TEMPORARY } from './layout'

/**
 * Puts a whole file in place: written under a temporary name, flushed, renamed, the folder flushed. After a crash the
 * old content or the new one stands there, never a part. When this fails the temporary file is taken away.
 */
export async function writeWhole(
  files: FilePort,
  path: string,
  bytes: Uint8Array,
  access: FileAccess = 'usual',
): FileResult<null> {
  const temporary = path + TEMPORARY
  const written = await writeFlushed(files, temporary, bytes, access)
  const renamed = written.ok ? await files.rename(temporary, path) : written
  if (!renamed.ok) {
    await files.remove(temporary)
    return renamed
  }
  return files.flushDir(dirname(path))
}

/** Writes and flushes a new file; one that a crash left under the temporary name is taken away first. */
export async function writeFlushed(
  files: FilePort,
  path: string,
  bytes: Uint8Array,
  access: FileAccess = 'usual',
): FileResult<null> {
  let created = await files.createNew(path, access)
  if (!created.ok && created.error.type === 'Exists') {
    const removed = await files.remove(path)
    if (!removed.ok) return removed
    created = await files.createNew(path, access)
  }
  if (!created.ok) return created
  const written = await created.value.append(bytes)
  const flushed = written.ok ? await created.value.flush() : written
  const closed = await created.value.close()
  return flushed.ok ? closed : flushed
}

/**
 * Makes a folder, and those above it that are not there, and makes every new name last. The folder's own name is flushed
 * even when it stood already: an earlier attempt may have failed in between.
 */
export async function makeLastingDir(files: FilePort, path: string): FileResult<null> {
  const there = await files.stat(path)
  if (!there.ok) {
    if (there.error.type !== 'NotFound') return there
    const above = dirname(path)
    if (!(await files.stat(above)).ok && above !== path) {
      const made = await makeLastingDir(files, above)
      if (!made.ok) return made
    }
    const made = await files.makeDir(path)
    if (!made.ok) return made
  }
  return files.flushDir(dirname(path))
}

/** A file's bytes, or null when there is no such file. */
export async function readIfThere(files: FilePort, path: string): FileResult<Uint8Array | null> {
  const bytes = await files.read(path)
  if (bytes.ok) return bytes
  return bytes.error.type === 'NotFound' ? ok(null) : err(bytes.error)
}
