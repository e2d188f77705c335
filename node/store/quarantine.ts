import { toHex } from '../../shared/kernel/bytes'
import type { FilePort } from './file-port'
import { QUARANTINE, under } from './layout'
import { sha256 } from './native-sha256'
import type { KeepAside } from './scan-folder'
import { makeLastingDir, writeWhole } from './write-file'

/**
 * Copies damaged bytes into the quarantine folder, once for the same bytes of the same place; the original stays as it
 * is. [ST26] A copy that cannot be written (full disk) stops nothing: the finding then names no copy.
 */
export function quarantine(files: FilePort, folder: string): KeepAside {
  return async (file, offset, bytes) => {
    const place = file.replace(/[^0-9a-z]+/g, '-')
    const relative = `${QUARANTINE}/${place}-${offset}-${toHex(sha256(bytes)).slice(0, 16)}`
    const path = under(folder, relative)
    if ((await files.stat(path)).ok) return relative
    if (!(await makeLastingDir(files, under(folder, QUARANTINE))).ok) return ''
    return (await writeWhole(files, path, bytes)).ok ? relative : ''
  }
}

/** For a folder that is only read: nothing is copied. */
export const keepNothing: KeepAside = () => Promise.resolve('')
