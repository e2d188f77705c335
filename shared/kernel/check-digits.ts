import { isDay } from './dates'

/** Why a number cannot be what it claims to be. A warning to the person, never a refusal: old papers exist. */
export type NumberDoubt = 'length' | 'characters' | 'date' | 'checkDigit'

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'

/** 公民身份号码 (GB 11643-1999): 17 digits with a birthday inside, then a check character. Null when it is in order. */
export function doubtIdNumber(number: string): NumberDoubt | null {
  if (number.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(number)) return 'characters'
  if (!isDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)) return 'date'
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return ID_CHECKS[sum % 11] === number[17] ? null : 'checkDigit'
}

const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** 统一社会信用代码 (GB 32100-2015): 17 characters without I, O, S, V, Z, then a check character. Null when in order. */
export function doubtCreditCode(code: string): NumberDoubt | null {
  if (code.length !== 18) return 'length'
  const values = Array.from(code, (char) => CREDIT_CHARACTERS.indexOf(char))
  if (values.includes(-1)) return 'characters'
  const sum = CREDIT_WEIGHTS.reduce((total, weight, i) => total + weight * (values[i] ?? 0), 0)
  return values[17] === (31 - (sum % 31)) % 31 ? null : 'checkDigit'
}

/** 手机 1[3-9] and nine digits; 区号-座机-分机; 400 and 800 numbers; short service numbers; abroad with a plus. */
const PHONES = [
  /^(?:\+?86-?)?1[3-9]\d{9}$/,
  /^(?:\+?86-?)?(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:(?:-|转)\d{1,6})?$/,
  /^[48]00-?\d{3}-?\d{4}$/,
  /^(?:1\d{2,4}|9\d{4,5})$/,
  /^\+\d{1,3}[-\d]{6,16}$/,
]

/** Whether each of the numbers in a text (separated by 、 , ; or /) can be a telephone number. */
export function looksLikePhone(text: string): boolean {
  const numbers = text.split(/[、，,；;/]/).map((number) => number.replace(/[\s()（）]/g, ''))
  return numbers.every((number) => PHONES.some((pattern) => pattern.test(number)))
}

export const looksLikeEmail = (text: string): boolean => /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text)
