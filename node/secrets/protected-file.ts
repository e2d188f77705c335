import { dirname } from 'node:path'
import type { FileFailure } from '../../shared/ipc/contract'
import { fromHex, toHex } from '../../shared/kernel/bytes'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import { err, ok, type Result } from '../../shared/kernel/result'
import { parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import type { FilePort } from '../store/file-port'
import { makeLastingDir, readIfThere, writeWhole } from '../store/write-file'

/** The system's protection of what is kept: Electron's `safeStorage` in the program. Both may throw. */
export interface KeyProtection {
  /** false: there is no key store, and whoever can log in as this person can read what is kept. */
  readonly isProtecting: () => boolean
  readonly protect: (text: string) => Uint8Array
  readonly unprotect: (bytes: Uint8Array) => string
}

export type KeyFailure =
  | FileFailure
  /** The system does not open what is kept, or it is damaged: copied from another computer or account, as a rule. */
  | { readonly type: 'KeysUnavailable'; readonly reason: string }

/** The text in a protected file; null: there is no such file. */
export async function readProtected(
  files: FilePort,
  { unprotect }: KeyProtection,
  file: string,
): Promise<Result<string | null, KeyFailure>> {
  const bytes = await readIfThere(files, file)
  if (!bytes.ok) return bytes
  const kept = bytes.value
  return kept === null ? ok(null) : attempt(() => unprotect(keptIn(kept)))
}

/** Written whole and flushed: what was kept before, or this, is there afterwards. */
export async function writeProtected(
  files: FilePort,
  { protect }: KeyProtection,
  file: string,
  text: string,
): Promise<Result<null, KeyFailure>> {
  const kept = attempt(() => protect(text))
  if (!kept.ok) return kept
  const made = await makeLastingDir(files, dirname(file))
  if (!made.ok) return made
  const json = canonicalJson({ v: 1, kept: toHex(kept.value) })
  return writeWhole(files, file, Buffer.from(json, 'utf8'), 'private')
}

function attempt<T>(act: () => T): Result<T, KeyFailure> {
  try {
    return ok(act())
  } catch (error) {
    return err({ type: 'KeysUnavailable', reason: error instanceof Error ? error.message : String(error) })
  }
}

/** The protected bytes in a key file. */
function keptIn(file: Uint8Array): Uint8Array {
  const json = parsePayload(file)
  const kept = isObject(json) && json['v'] === 1 ? json['kept'] : null
  const bytes = typeof kept === 'string' ? fromHex(kept) : null
  if (bytes === null) throw new Error('密钥文件已损坏')
  return bytes
}
