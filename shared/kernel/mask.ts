import { assertNever } from './assert-never'

/** What a firm may have masked in its lists, each by itself. */
export const maskKinds = ['phone', 'idNumber'] as const
export type MaskKind = (typeof maskKinds)[number]

/** Which of them the firm has masked. */
export type Masks = { readonly [K in MaskKind]: boolean }

export const noMasks: Masks = { phone: false, idNumber: false }

/** A value as a list shows it: `fieldType` is the type of its field. Texts of other types are never touched. */
export function masked(text: string, fieldType: string, masks: Masks): string {
  const kind = maskKinds.find((each) => each === fieldType)
  if (kind === undefined || !masks[kind]) return text
  switch (kind) {
    case 'phone':
      return maskPhones(text)
    case 'idNumber':
      return maskIdNumbers(text)
    default:
      return assertNever(kind)
  }
}

/** Half-width and full-width digits, and what people put between them. */
const D = '[0-9０-９]'
const S = '[-－‐–— 　.．·]'
const digit = /[0-9０-９]/g

/**
 * From the likely to the rest: 手机 with or without +86; 区号 and 座机; any seven digits or more. What is shorter (110,
 * 10086, an extension) is nobody's own number. 区号 have three digits (010, 02x) or four (0371 …).
 */
const PHONE = new RegExp(
  [
    `(?<!${D})(?<mobile>(?:(?:[+＋]|[0０]{2})?[8８][6６]${S}?)?[1１][3-9３-９]${D})(?<m1>${S}?)${D}{4}(?<m2>${S}?)(?<mobileEnd>${D}{4})(?!${D})`,
    `(?<!${D})(?<area>[(（]?[0０](?:[1１][0０]|[2２]${D}|[3-9３-９]${D}{2})[)）]?${S}?)(?<local>${D}{3,4}${S}?)(?<localEnd>${D}{4})(?!${D})`,
    `(?<rest>${D}(?:${S}?${D}){2,}${S}?)(?<restEnd>${D}(?:${S}?${D}){3})`,
  ].join('|'),
  'g',
)

const stars = (text: string): string => text.replace(digit, '*')

/**
 * Every telephone number of a text masked: 138****1234, 010-****5678, ***-***-4567. Of each number of seven digits or
 * more at least three digits are hidden, of a mobile number the four in the middle; extensions stay.
 */
export function maskPhones(text: string): string {
  return text.replace(PHONE, (...match: unknown[]) => {
    const part = match.at(-1) as Readonly<Record<string, string | undefined>>
    if (part['mobile'] !== undefined)
      return `${part['mobile']}${part['m1'] ?? ''}****${part['m2'] ?? ''}${part['mobileEnd'] ?? ''}`
    if (part['area'] !== undefined)
      return `${part['area']}${stars(part['local'] ?? '')}${part['localEnd'] ?? ''}`
    return `${stars(part['rest'] ?? '')}${part['restEnd'] ?? ''}`
  })
}

/** Letters and digits of one number; white space and hyphens only between digits. */
const TOKEN = /[0-9０-９A-Za-z](?:(?:(?<=[0-9０-９])[- 　](?=[0-9０-９]))?[0-9０-９A-Za-z])*/g
/** A number with fewer digits than this is nobody's paper. */
const LEAST_DIGITS = 6

/**
 * Every number of an identity paper masked: 身份证 110***********123X (the region's first three, the last four), passports
 * and others their last four at most. A 统一社会信用代码 is public and stays, as far as its letters tell it from a 身份证.
 */
export function maskIdNumbers(text: string): string {
  return text.replace(TOKEN, (token) => {
    const signs = Array.from(token.replace(/[- 　]/g, ''))
    const digits = signs.filter((sign) => /[0-9０-９]/.test(sign)).length
    if (digits < LEAST_DIGITS || isCreditCode(signs)) return token
    const isCard = signs.length === 18 || signs.length === 15
    const first = isCard ? 3 : 0
    const last = Math.min(4, Math.floor(signs.length / 2))
    return signs.map((sign, at) => (at < first || at >= signs.length - last ? sign : '*')).join('')
  })
}

/** 18 characters of GB 32100-2015 with a letter among the first 17, which no 身份证 has. */
const isCreditCode = (signs: readonly string[]): boolean =>
  signs.length === 18 &&
  signs.every((sign) => /^[0-9A-HJ-NPQRTUWXY]$/.test(sign)) &&
  signs.slice(0, 17).some((sign) => /[A-Z]/.test(sign))
