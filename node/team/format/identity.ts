import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign as signBytes,
  verify as verifyBytes,
  type KeyObject,
} from 'node:crypto'
import { fromHex, toHex } from '../../../shared/kernel/bytes'
import type { RandomBytes } from '../../../shared/kernel/clock'

/** An Ed25519 key pair (RFC 8032): of a team's seal, or of one computer with one data folder. [TF1] */
export interface KeyPair {
  /** Public half, 64 hex digits. */
  readonly key: string
  /** Secret half, the seed: 64 hex digits. It stands in the key ring and nowhere else. */
  readonly secret: string
}

const KEY_BYTES = 32
/** What stands before a seed in PKCS #8, and before a public key in SPKI (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

const DEVICE = 'zhike device 1\n'
const WRITER = 'zhike writer 1\n'

/** One more than the highest mint: few enough that a search through all of them is not felt. [TF2] */
export const MINTS = 2 ** 12

export const isKey = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)

export const newKeyPair = (random: RandomBytes): KeyPair => keyPairOf(toHex(random(KEY_BYTES)))

export const keyPairOf = (secret: string): KeyPair =>
  kept(pairs, secret, () => {
    const spki = createPublicKey(secretKey(secret)).export({ format: 'der', type: 'spki' })
    return { key: toHex(spki.subarray(SPKI.length)), secret }
  })

/** Making a key object takes longer than using it. A team has few keys; strange ones must not fill the memory. */
const MOST_KEPT = 256
const pairs = new Map<string, KeyPair>()
const secretKeys = new Map<string, KeyObject>()
const publicKeys = new Map<string, KeyObject>()

function kept<T>(keys: Map<string, T>, hex: string, make: () => T): T {
  let key = keys.get(hex)
  if (key === undefined) {
    key = make()
    if (keys.size >= MOST_KEPT) keys.clear()
    keys.set(hex, key)
  }
  return key
}

const secretKey = (secret: string): KeyObject =>
  kept(secretKeys, secret, () =>
    createPrivateKey({ key: Buffer.concat([PKCS8, keyBytes(secret)]), format: 'der', type: 'pkcs8' }),
  )

const publicKey = (key: string): KeyObject =>
  kept(publicKeys, key, () =>
    createPublicKey({ key: Buffer.concat([SPKI, keyBytes(key)]), format: 'der', type: 'spki' }),
  )

function keyBytes(hex: string): Uint8Array {
  const bytes = isKey(hex) ? fromHex(hex) : null
  if (bytes === null) throw new Error('a key has 64 hex digits')
  return bytes
}

/** Ed25519 signature, 64 bytes. */
export const sign = (message: Uint8Array, { secret }: KeyPair): Uint8Array =>
  signBytes(null, message, secretKey(secret))

/** Whether the secret half of `key` signed this. False for whatever is no key or no signature. */
export function isSignedBy(key: string, message: Uint8Array, signature: Uint8Array): boolean {
  if (!isKey(key)) return false
  try {
    return verifyBytes(null, message, publicKey(key), signature)
  } catch {
    return false
  }
}

/** A device's id, 16 hex digits. [TF1] */
export const deviceOf = (key: string): string =>
  createHash('sha256').update(DEVICE).update(keyBytes(key)).digest('hex').slice(0, 16)

/** Three groups of four digits of a key, by which two people compare, aloud, that they mean the same one. */
export function fingerprintOf(key: string): string {
  const hash = createHash('sha256').update('zhike fingerprint 1\n').update(keyBytes(key)).digest()
  const digits = String(hash.readBigUInt64BE(0) % 10n ** 12n).padStart(12, '0')
  return [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)].join(' ')
}

/** The name of a writer that belongs to this key, with a mint by chance. [TF2] */
export function newWriter(key: string, random: RandomBytes): string {
  const [low = 0, high = 0] = random(2)
  const mint = (low + 256 * high) % MINTS
  const writer = writerOf(key, mint)
  known.set(key + writer, mint)
  return writer
}

export const isMint = (key: string, writer: string, mint: number): boolean =>
  Number.isInteger(mint) && mint >= 0 && mint < MINTS && writerOf(key, mint) === writer

function writerOf(key: string, mint: number): string {
  const message = mintMessage(key)
  message.writeUInt32LE(mint, message.length - 4)
  return createHash('sha256').update(message).digest('hex').slice(0, 16)
}

const mintMessage = (key: string): Buffer =>
  Buffer.concat([Buffer.from(WRITER, 'ascii'), keyBytes(key), Buffer.alloc(4)])

/** Mints that were searched for in this sitting; null: it is not this key's writer. */
const known = new Map<string, number | null>()

/** The mint with which this key makes this writer's name; null: it does not. A first search takes some milliseconds. */
export function mintOf(key: string, writer: string): number | null {
  const remembered = known.get(key + writer)
  if (remembered !== undefined) return remembered
  const found = search(key, writer)
  known.set(key + writer, found)
  return found
}

function search(key: string, writer: string): number | null {
  const wanted = Buffer.from(writer, 'hex')
  const message = mintMessage(key)
  for (let mint = 0; mint < MINTS; mint++) {
    message.writeUInt32LE(mint, message.length - 4)
    if (createHash('sha256').update(message).digest().compare(wanted, 0, 8, 0, 8) === 0) return mint
  }
  return null
}
