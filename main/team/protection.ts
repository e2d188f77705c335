import { safeStorage } from 'electron'
import type { KeyProtection } from '../../node/secrets/protected-file'

/** First byte of what is kept: whether the system's key store has encrypted the rest. */
const PLAIN = 0
const PROTECTED = 1

/* eslint-disable @typescript-eslint/no-deprecated -- the asynchronous calls could hand a key back re-encrypted; a key file is written once */

/** Without a wallet, Chromium on Linux "encrypts" with a password that stands in its source: that guards nothing. */
const isProtecting = (): boolean =>
  safeStorage.isEncryptionAvailable() &&
  (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')

/**
 * Keys of a team are kept encrypted by the system's key store (DPAPI, Keychain, the desktop's wallet). Where there is none, in a
 * file that only this account reads; the team's page says what that means.
 */
export const systemProtection: KeyProtection = {
  isProtecting,
  protect: (text) =>
    isProtecting()
      ? Buffer.concat([Buffer.from([PROTECTED]), safeStorage.encryptString(text)])
      : Buffer.concat([Buffer.from([PLAIN]), Buffer.from(text, 'utf8')]),
  unprotect: (bytes) => {
    const kept = Buffer.from(bytes.subarray(1))
    return bytes[0] === PROTECTED ? safeStorage.decryptString(kept) : kept.toString('utf8')
  },
}
