/**
 * Fractional order keys: between any two there is always room for another, so that a row can be put anywhere without
 * touching its neighbours. A key is a whole part, whose first character says how many digits it has, and a fraction in
 * base 62 that does not end in 0; keys compare as text (code units). After David Greenspan, "Implementing Fractional
 * Indexing" (observablehq.com/@dgreensp/implementing-fractional-indexing, CC0).
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const FIRST = 'a0'
const KEY = /^[A-Za-z][0-9A-Za-z]*$/

/**
 * Longest key that new ones are made beside, so that these stay within the length of a name; a longer or malformed one sorts
 * where it stands and gets a new one when moved.
 */
const MAX_KEY = 150

/** Nothing is before it, so that it counts as malformed. */
const SMALLEST = `A${'0'.repeat(26)}`

/** Digits of the whole part: `a` 1, `b` 2 … upwards, `Z` 1, `Y` 2 … downwards. */
function wholeLength(head: string): number {
  return head >= 'a' ? head.charCodeAt(0) - 96 : 91 - head.charCodeAt(0)
}

const wholeOf = (key: string): string => key.slice(0, 1 + wholeLength(key))

export function isOrderKey(key: string): boolean {
  if (!KEY.test(key) || key.length > MAX_KEY || key.length < 1 + wholeLength(key) || key === SMALLEST)
    return false
  return key.length === wholeOf(key).length || !key.endsWith('0')
}

const digit = (text: string, at: number): number => Math.max(0, DIGITS.indexOf(text[at] ?? '0'))

/** A fraction between two others, `b` null standing for 1. `a` < `b` and neither ends in 0. */
function midpoint(a: string, b: string | null): string {
  if (b !== null) {
    let same = 0
    while (digit(a, same) === digit(b, same) && same < b.length) same++
    if (same > 0) return b.slice(0, same) + midpoint(a.slice(same), b.slice(same))
  }
  const low = digit(a, 0)
  const high = b === null ? DIGITS.length : digit(b, 0)
  if (high - low > 1) return DIGITS.charAt(Math.round((low + high) / 2))
  if (b !== null && b.length > 1) return b.slice(0, 1)
  return DIGITS.charAt(low) + midpoint(a.slice(1), null)
}

/** The whole part after (1) or before (-1) this one, which is not the smallest; null past the last of 26 lengths. */
function step(whole: string, by: 1 | -1): string | null {
  const digits = Array.from(whole.slice(1))
  for (let at = digits.length - 1; at >= 0; at--) {
    const next = DIGITS.indexOf(digits[at] ?? '0') + by
    if (next >= 0 && next < DIGITS.length) {
      digits[at] = DIGITS.charAt(next)
      return whole.charAt(0) + digits.join('')
    }
    digits[at] = by === 1 ? '0' : 'z'
  }
  const head = whole.charAt(0)
  if (head === (by === 1 ? 'Z' : 'a')) return by === 1 ? FIRST : 'Zz'
  if (by === 1 && head === 'z') return null
  const next = String.fromCharCode(head.charCodeAt(0) + by)
  return next + (by === 1 ? '0' : 'z').repeat(wholeLength(next))
}

/** A key between `a` and `b`, null standing for no bound. Both must be order keys with `a` < `b`. */
export function orderKeyBetween(a: string | null, b: string | null): string {
  if (a === null) return b === null ? FIRST : keyBefore(b)
  if (b === null) return step(wholeOf(a), 1) ?? wholeOf(a) + midpoint(a.slice(wholeOf(a).length), null)
  if (a >= b) throw new Error(`no order key between ${a} and ${b}`)
  const whole = wholeOf(a)
  const fraction = a.slice(whole.length)
  if (whole === wholeOf(b)) return whole + midpoint(fraction, b.slice(whole.length))
  const next = step(whole, 1)
  return next !== null && next < b ? next : whole + midpoint(fraction, null)
}

function keyBefore(b: string): string {
  const whole = wholeOf(b)
  if (whole === SMALLEST) return whole + midpoint('', b.slice(whole.length))
  if (whole < b) return whole
  const before = step(whole, -1) ?? SMALLEST
  return before === SMALLEST ? before + midpoint('', null) : before
}

/** `count` keys between `a` and `b` in order. */
export function orderKeysBetween(a: string | null, b: string | null, count: number): readonly string[] {
  if (count === 0) return []
  if (a === null || b === null) {
    const keys: string[] = []
    for (let i = 0; i < count; i++) {
      if (b === null) keys.push(orderKeyBetween(keys.at(-1) ?? a, null))
      else keys.unshift(orderKeyBetween(null, keys[0] ?? b))
    }
    return keys
  }
  const middle = orderKeyBetween(a, b)
  const left = Math.floor(count / 2)
  return [...orderKeysBetween(a, middle, left), middle, ...orderKeysBetween(middle, b, count - left - 1)]
}
