import { keyPairOf, newKeyPair, newWriter, type KeyPair } from '../../../node/team/format/identity'
import { seededBytes } from '../team-device'

/** Keys and the names made with them are the same in every history: making them takes longer than a history. */
const pairs = new Map<string, KeyPair>()
export function pairNamed(name: string): KeyPair {
  let pair = pairs.get(name)
  if (pair === undefined) pairs.set(name, (pair = newKeyPair(seededBytes(`sim/${name}`))))
  return pair
}

export const SEAL = pairNamed('seal')

const writers = new Map<string, string[]>()
/** The n-th writer of a key. */
export function writerNamed(secret: string, n: number): string {
  const made = writers.get(secret) ?? []
  writers.set(secret, made)
  while (made.length <= n) {
    const mint = made.length
    made.push(newWriter(keyPairOf(secret).key, () => Uint8Array.of(mint & 255, mint >> 8)))
  }
  return made[n] ?? ''
}
