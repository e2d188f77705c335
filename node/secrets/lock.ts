import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto'
import { fromHex, toHex } from '../../shared/kernel/bytes'
import type { RandomBytes } from '../../shared/kernel/clock'
import { isObject } from '../../shared/store/read-edit'

/** How a passphrase opens a secret: of a team [TF9], or of encrypted backups [ST46]. */
export interface Lock {
  readonly kdf: 'scrypt'
  /** log2 of scrypt's N. */
  readonly n: number
  readonly r: number
  readonly p: number
  /** 16 bytes in hex. */
  readonly salt: string
  /** Of AES-256-GCM: 12 bytes in hex. */
  readonly nonce: string
  /** The secret, encrypted, and the tag behind it: 48 bytes in hex. */
  readonly wrapped: string
}

/** 128 MiB and about half a second for each guess. */
const LOG2N = 17
/** Bounds for what is read: at most 256 MiB, so that a strange mark takes neither all memory nor an hour. */
const LEAST_LOG2N = 14
const MOST_LOG2N = 18
const R = 8
const MOST_P = 4

const SECRET_BYTES = 32
const TAG_BYTES = 16

/** A new secret, and the lock that the passphrase opens. `bound`: what the lock belongs to, in ASCII; it opens for nothing else. */
export async function makeLock(
  bound: string,
  passphrase: string,
  random: RandomBytes,
  log2N = LOG2N,
): Promise<{ readonly lock: Lock; readonly secret: Uint8Array }> {
  const secret = Uint8Array.from(random(SECRET_BYTES))
  const salt = random(16)
  const nonce = random(12)
  const key = await passphraseKey(passphrase, salt, { n: log2N, r: R, p: 1 })
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound, 'ascii'))
  const wrapped = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  const parts = { salt: toHex(salt), nonce: toHex(nonce), wrapped: toHex(wrapped) }
  return { lock: { kdf: 'scrypt', n: log2N, r: R, p: 1, ...parts }, secret }
}

/** The secret, or null when the passphrase does not fit. Works outside of this thread. */
export async function unlock(bound: string, lock: Lock, passphrase: string): Promise<Uint8Array | null> {
  const wrapped = bytesOf(lock.wrapped)
  const key = await passphraseKey(passphrase, bytesOf(lock.salt), lock)
  const decipher = createDecipheriv('aes-256-gcm', key, bytesOf(lock.nonce), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(bound, 'ascii')).setAuthTag(wrapped.subarray(SECRET_BYTES))
  try {
    return Uint8Array.from(
      Buffer.concat([decipher.update(wrapped.subarray(0, SECRET_BYTES)), decipher.final()]),
    )
  } catch {
    return null
  }
}

/** A lock that a file states, or null for anything else; its costs are within the bounds. */
export function readLock(json: unknown): Lock | null {
  if (!isObject(json)) return null
  const { kdf, n, r, p, salt, nonce, wrapped } = json
  if (kdf !== 'scrypt' || !isWithin(n, LEAST_LOG2N, MOST_LOG2N) || r !== R || !isWithin(p, 1, MOST_P))
    return null
  if (!isHex(salt, 16) || !isHex(nonce, 12) || !isHex(wrapped, SECRET_BYTES + TAG_BYTES)) return null
  return { kdf, n, r, p, salt, nonce, wrapped }
}

function passphraseKey(
  passphrase: string,
  salt: Uint8Array,
  { n, r, p }: Pick<Lock, 'n' | 'r' | 'p'>,
): Promise<Buffer> {
  const N = 2 ** n
  const text = Buffer.from(passphrase.normalize('NFKC'), 'utf8')
  return new Promise((resolve, reject) => {
    scrypt(text, salt, 32, { N, r, p, maxmem: 130 * N * r + 1_000_000 }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

const isWithin = (value: unknown, least: number, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most

const isHex = (value: unknown, bytes: number): value is string =>
  typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]*$/.test(value)

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array()
