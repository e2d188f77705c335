import { join } from 'node:path'
import { fromHex, toHex } from '../../shared/kernel/bytes'
import { canonicalJson, type Json } from '../../shared/kernel/canonical-json'
import type { RandomBytes } from '../../shared/kernel/clock'
import { err, ok, type Result } from '../../shared/kernel/result'
import { parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import { readLock } from '../secrets/lock'
import { readProtected, writeProtected, type KeyFailure, type KeyProtection } from '../secrets/protected-file'
import type { FilePort } from '../store/file-port'
import { makeBackupKey, openBackupLock, type BackupKey } from './sealed'

/**
 * What this computer encrypts its backups with. The passphrase itself is kept nowhere: kept is the key whose lock it opens, so that
 * no passphrase has to be asked for every day.
 */
export interface BackupKeys {
  /** null: backups are not encrypted here. */
  readonly read: () => Promise<Result<BackupKey | null, KeyFailure>>
  /** Backups are encrypted from now on. Earlier ones keep the passphrase that they were made with. */
  readonly set: (passphrase: string) => Promise<Result<null, KeyFailure>>
  /** Backups are not encrypted any more; earlier ones ask for their passphrase. */
  readonly drop: () => Promise<Result<null, KeyFailure>>
  /** Whether this is the passphrase that was set; null: none was. */
  readonly check: (passphrase: string) => Promise<Result<boolean | null, KeyFailure>>
  /** Whether the system's key store guards what is kept. */
  readonly isProtected: () => boolean
}

export interface BackupKeysParts {
  readonly files: FilePort
  /** The program's own folder of this person. */
  readonly home: string
  readonly protection: KeyProtection
  readonly random: RandomBytes
  /** The lock's cost, less in tests. */
  readonly log2N?: number
}

export function backupKeys({ files, home, protection, random, log2N }: BackupKeysParts): BackupKeys {
  const file = join(home, 'backup.key')
  const read = async (): Promise<Result<BackupKey | null, KeyFailure>> => {
    const text = await readProtected(files, protection, file)
    if (!text.ok || text.value === null) return text.ok ? ok(null) : text
    const key = parseKey(text.value)
    return key === null ? err({ type: 'KeysUnavailable', reason: '密钥文件已损坏' }) : ok(key)
  }
  return {
    read,
    set: async (passphrase) => {
      const { lock, secret } = await makeBackupKey(passphrase, random, log2N)
      const text = canonicalJson({ lock: lock as unknown as Json, secret: toHex(secret) })
      return writeProtected(files, protection, file, text)
    },
    drop: async () => {
      const there = await files.stat(file)
      if (!there.ok) return there.error.type === 'NotFound' ? ok(null) : there
      const removed = await files.remove(file)
      return removed.ok ? files.flushDir(home) : removed
    },
    check: async (passphrase) => {
      const key = await read()
      if (!key.ok || key.value === null) return key.ok ? ok(null) : key
      return ok((await openBackupLock(key.value.lock, passphrase)) !== null)
    },
    isProtected: protection.isProtecting,
  }
}

function parseKey(text: string): BackupKey | null {
  const json = parsePayload(Buffer.from(text, 'utf8'))
  const lock = isObject(json) ? readLock(json['lock']) : null
  const secret = isObject(json) && typeof json['secret'] === 'string' ? fromHex(json['secret']) : null
  return lock === null || secret?.length !== 32 ? null : { lock, secret }
}
