/** Fewer digits than these say nothing by themselves. */
const LEAST = 5

/** The digits of a number that is written with something between them (`0571-8888 1234`, `TS-2026-0042`); empty when it is found as it stands. */
export function bareDigits(text: string): string {
  const digits = text.replace(/\D/g, '')
  return digits === text || digits.length < LEAST ? '' : digits
}

/**
 * The digits alone of a word that somebody looks for (`138-0013-8000`), by which it is found, too, where they are written without or with something else
 * between them; empty when it is no such word.
 */
export const digitsLookedFor = (word: string): string => (/^[\d()+-]+$/.test(word) ? bareDigits(word) : '')
