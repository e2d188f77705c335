import { describe, expect, it } from 'vitest'
import { backupKeys } from '../../../../node/backup/backup-keys'
import { openBackupLock } from '../../../../node/backup/sealed'
import type { KeyProtection } from '../../../../node/secrets/protected-file'
import { FaultyDisk } from '../../../support/faulty-files'
import { must, seededRandom } from '../../../support/store'

const PASSPHRASE = '示例口令甲乙'

/** A key store that turns every byte around, and can be gone. */
function desk() {
  const disk = new FaultyDisk()
  const store = { isThere: true }
  const turned = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0xff)
  const protection: KeyProtection = {
    isProtecting: () => store.isThere,
    protect: (text) => turned(new TextEncoder().encode(text)),
    unprotect: (bytes) => {
      if (!store.isThere) throw new Error('no key store')
      return new TextDecoder().decode(turned(bytes))
    },
  }
  const parts = {
    files: disk.port(),
    home: '/home/zhike',
    protection,
    random: seededRandom('keys'),
    log2N: 14,
  }
  return { disk, store, keys: backupKeys(parts) }
}

describe('what a computer encrypts its backups with', () => {
  it('is nothing before a passphrase is set and after it was given up', async () => {
    const { keys } = desk()
    expect(must(await keys.read())).toBeNull()
    expect(must(await keys.check(PASSPHRASE))).toBeNull()
    must(await keys.drop())
    must(await keys.set(PASSPHRASE))
    expect(must(await keys.read())).not.toBeNull()
    must(await keys.drop())
    expect(must(await keys.read())).toBeNull()
  })

  it('opens by the passphrase, which can be checked and is kept nowhere', async () => {
    const { disk, keys } = desk()
    must(await keys.set(PASSPHRASE))
    const key = must(await keys.read())
    expect(await openBackupLock(key!.lock, PASSPHRASE)).toEqual(key!.secret)
    expect(must(await keys.check(PASSPHRASE))).toBe(true)
    expect(must(await keys.check('示例口令甲丙'))).toBe(false)
    for (const [, bytes] of disk.files()) {
      const { kept } = JSON.parse(new TextDecoder().decode(bytes)) as { kept: string }
      const plain = Buffer.from(kept, 'hex').map((byte) => byte ^ 0xff)
      expect(Buffer.from(plain).toString('utf8')).not.toContain(PASSPHRASE)
      expect(Buffer.from(bytes).toString('utf8')).not.toContain(Buffer.from(key!.secret).toString('hex'))
    }
  })

  it('is another one for another passphrase', async () => {
    const { keys } = desk()
    must(await keys.set(PASSPHRASE))
    const before = must(await keys.read())
    must(await keys.set('另一个示例口令'))
    expect(must(await keys.read())?.secret).not.toEqual(before?.secret)
    expect(must(await keys.check(PASSPHRASE))).toBe(false)
  })

  it('is said to be unreadable where the key store is gone or the file is damaged', async () => {
    const { disk, store, keys } = desk()
    must(await keys.set(PASSPHRASE))
    store.isThere = false
    expect(keys.isProtected()).toBe(false)
    expect(await keys.read()).toMatchObject({ error: { type: 'KeysUnavailable', reason: 'no key store' } })
    store.isThere = true
    disk.tamper('/home/zhike/backup.key', new Uint8Array(20))
    expect(await keys.read()).toMatchObject({ error: { type: 'KeysUnavailable' } })
    must(await keys.set(PASSPHRASE))
    expect(must(await keys.check(PASSPHRASE))).toBe(true)
  })
})
