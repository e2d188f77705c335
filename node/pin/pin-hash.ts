import { scrypt, timingSafeEqual } from 'node:crypto'
import type { RandomBytes } from '../../shared/kernel/clock'

/**
 * What is kept of a PIN (SPEC [ST31]): `scrypt$<log2 of N>$<r>$<p>$<salt>$<key>`, salt and key in base64url. It slows
 * guessing down and keeps equal PINs from looking alike; four digits are still found by whoever has the file and an
 * evening.
 */
const COST = { log2N: 15, r: 8, p: 1 }
const SALT_BYTES = 16
const KEY_BYTES = 32

/** Bounds for what is read: a strange value must not take all memory. At most 128 MiB. */
const MOST_LOG2N = 17

interface Kept {
  readonly log2N: number
  readonly r: number
  readonly p: number
  readonly salt: Buffer
  readonly key: Buffer
}

export async function makePin(pin: string, random: RandomBytes): Promise<string> {
  const salt = Buffer.from(random(SALT_BYTES))
  const key = await derive(pin, salt, KEY_BYTES, COST)
  const { log2N, r, p } = COST
  return ['scrypt', log2N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Whether this PIN was kept, compared in constant time; null when what was kept cannot be read. */
export async function isPin(pin: string, text: string): Promise<boolean | null> {
  const kept = readKept(text)
  if (!kept) return null
  return timingSafeEqual(await derive(pin, kept.salt, kept.key.length, kept), kept.key)
}

const KEPT = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d)\$([\w-]{11,128})\$([\w-]{22,128})$/

function readKept(text: string): Kept | null {
  const [, log2N = '', r = '', p = '', salt = '', key = ''] = KEPT.exec(text) ?? []
  const kept: Kept = {
    log2N: Number(log2N),
    r: Number(r),
    p: Number(p),
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  }
  const isBounded = kept.log2N >= 10 && kept.log2N <= MOST_LOG2N && kept.r >= 1 && kept.r <= 8
  return isBounded && kept.p >= 1 && kept.p <= 4 ? kept : null
}

function derive(
  pin: string,
  salt: Buffer,
  length: number,
  { log2N, r, p }: Pick<Kept, 'log2N' | 'r' | 'p'>,
): Promise<Buffer> {
  const N = 2 ** log2N
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, length, { N, r, p, maxmem: 130 * N * r + 1_000_000 }, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}
