import { MAX_CLOCK_MS, MAX_NAME } from '../../../shared/store/limits'

/**
 * What a name that others will read may not have: control characters, and those that turn the direction of what
 * stands around them, so that one name looks like another.
 */
const HIDDEN = /[\p{Cc}\p{Surrogate}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** Whether a text of a statement is one for people: `least` to 200 UTF-16 units, without hidden characters. [TF23] */
export const isText = (value: unknown, least = 0): value is string =>
  typeof value === 'string' &&
  value.length >= least &&
  value.length <= MAX_NAME &&
  value.search(HIDDEN) === -1

/** A text as it may stand in a statement, from what a person or a system gave. */
export const cleanText = (text: string): string =>
  text.replace(HIDDEN, ' ').trim().slice(0, MAX_NAME).replace(HIDDEN, '')

/** A clock that can be one: milliseconds since 1970, up to the end of ECMAScript's dates. */
export const isTime = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MAX_CLOCK_MS
