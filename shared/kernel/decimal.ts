import Big from 'big.js'

/** Exact decimals for money and figures; stored as strings such as `1234.50`. */
export type Decimal = Big

/** Own settings, so that nobody else's can change what a division gives: 20 places, half up. */
const Exact = Big()
Exact.DP = 20
Exact.RM = Big.roundHalfUp
// Plain notation for every number that a form can hold.
Exact.NE = -30
Exact.PE = 40

/** A decimal in plain notation: digits, at most one point, a sign. */
const PLAIN = /^-?(?:\d{1,30}(?:\.\d{1,20})?)$/

/** Reads `1234.50` or `-3`; null for anything else. */
export const readDecimal = (text: string): Decimal | null => (PLAIN.test(text) ? new Exact(text) : null)

export const decimal = (value: number): Decimal => new Exact(value)

/** Half up, away from zero: what an accountant does. */
export const roundTo = (value: Decimal, places: number): Decimal => value.round(places, Big.roundHalfUp)

/** Plain notation without needless zeros, after rounding to at most `places`. */
export const plain = (value: Decimal, places: number): string => {
  const rounded = roundTo(value, places)
  return rounded.eq(0) ? '0' : rounded.toFixed()
}

/** `1234567.5` → `1,234,567.5`. */
export function groupThousands(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
