import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import { fileFailure } from './failure'
import { safeFileName } from '../../shared/kernel/file-name'

/** Names that are tried: more of the same name in one folder are a mistake somewhere else. */
const MOST = 10_000

/**
 * A new file under the suggested name, with a number behind it where that is taken; nothing is ever replaced. Flushed before the
 * answer, which is its path; when it fails nothing is left.
 */
export async function addFile(
  folder: string,
  suggested: string,
  extension: string,
  bytes: Uint8Array,
): Promise<Result<string, FileFailure>> {
  const plain = safeFileName(suggested, extension).slice(0, -extension.length - 1)
  for (let count = 1; count <= MOST; count += 1) {
    const path = join(folder, `${plain}${count === 1 ? '' : ` (${String(count)})`}.${extension}`)
    const written = await writeNew(path, bytes)
    if (written.ok) return ok(path)
    if (written.error.type !== 'Exists') return written
  }
  return err({ type: 'Exists', path: join(folder, `${plain}.${extension}`) })
}

async function writeNew(path: string, bytes: Uint8Array): Promise<Result<null, FileFailure>> {
  let handle
  try {
    handle = await open(path, 'wx')
  } catch (error) {
    return err(fileFailure(error, path))
  }
  try {
    await handle.writeFile(bytes)
    await handle.sync()
    await handle.close()
    return ok(null)
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(path, { force: true }).catch(() => undefined)
    return err(fileFailure(error, path))
  }
}
