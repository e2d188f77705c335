import crypto, { type KeyObject } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** So many are remembered; a history needs some hundreds. */
const MOST = 20_000

/**
 * Every computer of a history verifies the same files with the same few keys, and that took an eighth of its time. What a key
 * says of a text and a signature is always the same, so it is worked out once in this process. Only here: the program itself
 * verifies whatever it reads.
 */
export function rememberSignatures(): void {
  const verify = crypto.verify.bind(crypto)
  const known = new Map<KeyObject, Map<string, boolean>>()
  let size = 0
  const remembered = (_: unknown, message: Uint8Array, key: KeyObject, signature: Uint8Array): boolean => {
    if (size >= MOST) {
      known.clear()
      size = 0
    }
    const ofKey = known.get(key) ?? new Map<string, boolean>()
    known.set(key, ofKey)
    const name = Buffer.concat([signature, message]).toString('latin1')
    let isSigned = ofKey.get(name)
    if (isSigned === undefined) {
      ofKey.set(name, (isSigned = verify(null, message, key, signature)))
      size++
    }
    return isSigned
  }
  crypto.verify = remembered as typeof crypto.verify
  syncBuiltinESMExports()
}
