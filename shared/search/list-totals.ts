import { BETWEEN } from './columns'

/** Decimals keep up to six places after the point (as computed fields do). */
const PLACES = 6
const UNIT = 1_000_000

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * The exact sum of the decimals at these places as a plain decimal, each of the values of a column of 明细行 counted; what is
 * no decimal is passed over.
 */
export function sumOf(places: Uint32Array, textAt: (place: number) => string): string {
  let whole = 0n
  let wholes = 0
  let parts = 0
  const add = (text: string) => {
    const found = DECIMAL.exec(text)
    if (!found) return
    const sign = found[1] === '-' ? -1 : 1
    const digits = found[2] ?? '0'
    // Up to 15 digits are exact numbers, and so is their sum while it stays small.
    if (digits.length > 12) whole += BigInt(sign) * BigInt(digits)
    else wholes += sign * Number(digits)
    parts += sign * Number((found[3] ?? '').slice(0, PLACES).padEnd(PLACES, '0'))
    if (Math.abs(wholes) > Number.MAX_SAFE_INTEGER / 2) {
      whole += BigInt(wholes)
      wholes = 0
    }
  }
  for (const place of places) {
    const text = textAt(place)
    if (text.includes(BETWEEN)) text.split(BETWEEN).forEach(add)
    else if (text !== '') add(text)
  }
  return plainDecimal((whole + BigInt(wholes)) * BigInt(UNIT) + BigInt(parts))
}

function plainDecimal(millionths: bigint): string {
  const negative = millionths < 0n
  const text = String(negative ? -millionths : millionths).padStart(PLACES + 1, '0')
  const fraction = text.slice(-PLACES).replace(/0+$/, '')
  const plain = text.slice(0, -PLACES) + (fraction === '' ? '' : `.${fraction}`)
  return negative ? `-${plain}` : plain
}
