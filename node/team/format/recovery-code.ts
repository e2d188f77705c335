import { err, ok, type Result } from '../../../shared/kernel/result'

/**
 * The seal's secret as text to be printed and typed again: 13 groups of five signs, the fifth of each checking its
 * group and its place. The 31 signs leave out 0 and O, 1, I and L. 31 is a prime number, so that a weighted sum finds
 * every single wrong sign and every two signs that changed places.
 */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const BASE = 31
const GROUPS = 13
const DATA = 4
/** Of the signs in a group: none is 0, no two are equal, none is -1, as the check's is. The place is added. */
const WEIGHTS = [2, 3, 4, 5] as const

export interface WrongRecoveryCode {
  readonly type: 'WrongRecoveryCode'
  /** The first group that is mistyped, counted from 1; null when there are too few or too many signs. */
  readonly group: number | null
}

/** `secret`: 64 hex digits. */
export function recoveryCodeOf(secret: string): string {
  if (!/^[0-9a-f]{64}$/.test(secret)) throw new Error('a secret has 64 hex digits')
  let rest = BigInt(`0x${secret}`)
  const digits: number[] = []
  for (let i = 0; i < GROUPS * DATA; i++) {
    digits.unshift(Number(rest % BigInt(BASE)))
    rest /= BigInt(BASE)
  }
  const groups = Array.from({ length: GROUPS }, (_, group) => digits.slice(DATA * group, DATA * (group + 1)))
  return groups
    .map((group, place) => [...group, checkOf(group, place)].map((digit) => SIGNS.charAt(digit)).join(''))
    .join('-')
}

/** The secret in a code that somebody typed: spaces, strokes, small and full-width letters do not matter. */
export function secretOfRecoveryCode(text: string): Result<string, WrongRecoveryCode> {
  const signs = Array.from(
    text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Dash}]/gu, ''),
  )
  const length = GROUPS * (DATA + 1)
  if (signs.length > 2 * length) return err({ type: 'WrongRecoveryCode', group: null })
  let secret = 0n
  for (let place = 0; place * (DATA + 1) < signs.length && place < GROUPS; place++) {
    const group = signs.slice(place * (DATA + 1), (place + 1) * (DATA + 1)).map((sign) => SIGNS.indexOf(sign))
    if (group.length < DATA + 1) break
    if (group.includes(-1) || checkOf(group.slice(0, DATA), place) !== group[DATA]) {
      return err({ type: 'WrongRecoveryCode', group: place + 1 })
    }
    for (const digit of group.slice(0, DATA)) secret = secret * BigInt(BASE) + BigInt(digit)
  }
  if (signs.length !== length || secret >= 1n << 256n) return err({ type: 'WrongRecoveryCode', group: null })
  return ok(secret.toString(16).padStart(64, '0'))
}

const checkOf = (group: readonly number[], place: number): number =>
  group.reduce((sum, digit, at) => sum + digit * (WEIGHTS[at] ?? 0), place) % BASE
