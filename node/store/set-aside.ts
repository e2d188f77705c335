import { toHex } from '../../shared/kernel/bytes'
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import { ok } from '../../shared/kernel/result'
import type { StoredChange } from '../../shared/store'
import type { FilePort, FileResult } from './file-port'
import { QUARANTINE, under } from './layout'
import { sha256 } from './native-sha256'
import { makeLastingDir, readIfThere, writeWhole } from './write-file'

/**
 * Writes changes into a file of their own in quarantine, a line each, flushed before the answer. It is named by its
 * content: the same changes again are the same file, and nothing is written. A file that is there is never changed, not
 * even when damage has given it other bytes: the changes then get another. [ST29] Answers its path in the folder.
 */
export async function setAside(
  files: FilePort,
  folder: string,
  changes: readonly StoredChange[],
): FileResult<{ readonly kept: string }> {
  const lines = changes.map((stored) => `${canonicalJson(stored as unknown as Json)}\n`)
  const bytes = new TextEncoder().encode(lines.join(''))
  const made = await makeLastingDir(files, under(folder, QUARANTINE))
  if (!made.ok) return made
  const name = `${QUARANTINE}/aside-${toHex(sha256(bytes))}`
  for (let others = 0; ; others++) {
    const kept = others === 0 ? name : `${name}-${others}`
    const path = under(folder, kept)
    const there = await readIfThere(files, path)
    if (!there.ok) return there
    if (there.value !== null && !isSame(there.value, bytes)) continue
    // An earlier attempt may have ended before the name of its file was flushed.
    const lasting =
      there.value === null
        ? await writeWhole(files, path, bytes)
        : await files.flushDir(under(folder, QUARANTINE))
    return lasting.ok ? ok({ kept }) : lasting
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])
