import { toHalfWidth } from '../kernel/text'

/** Excel counts with so many digits: what stands behind them in a number cell was never typed. */
const DIGITS = 15

/** Digits of a number cell that no longer says what was typed: 16 and more of a whole number. */
const TOO_LARGE = 1e15

/** Whether a number cell has lost digits, as a code or an identity number has that was typed as a number. */
export const lostDigits = (number: string): boolean => Math.abs(Number(number)) >= TOO_LARGE

/** A number cell as plain decimal text with the digits that Excel shows: `0.1` for 0.10000000000000001. */
export function plainNumber(number: string): string {
  const value = Number(number)
  if (!Number.isFinite(value)) return number
  return fromScientific(value.toPrecision(DIGITS))
}

/** `1.2e+20` → `120000000000000000000`; needless zeros go. */
function fromScientific(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/i.exec(text) ?? []
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  const padded =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : point >= digits.length
        ? digits + '0'.repeat(point - digits.length)
        : `${digits.slice(0, point)}.${digits.slice(point)}`
  const trimmed = padded.includes('.') ? padded.replace(/\.?0+$/, '') : padded
  const plain = trimmed.replace(/^0+(?=\d)/, '')
  return plain === '0' ? '0' : `${sign}${plain}`
}

/** A number shown with at least so many digits: 123 with 5 is 00123. */
export const withDigits = (plain: string, digits: number | undefined): string =>
  digits === undefined || !/^\d+$/.test(plain) ? plain : plain.padStart(digits, '0')

/** Figures as people type them into cells of text: full-width digits, ￥, thousands, 1.2E+3; as plain text where it is one. */
export function typedNumber(text: string): string {
  const half = toHalfWidth(text)
    .replace(/[\s\u00A0]/g, '')
    .replace(/。/g, '.')
    .replace(/，/g, ',')
    .replace(/−/g, '-')
  const bracketed = /^\((\d[\d,.]*)\)$/.exec(half)
  const bare = bracketed ? `-${bracketed[1] ?? ''}` : half
  if (/^[-+]?\d+(?:\.\d+)?e[-+]?\d{1,2}$/i.test(bare)) return plainNumber(bare)
  return /^[-+]?[¥￥$]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare
}
