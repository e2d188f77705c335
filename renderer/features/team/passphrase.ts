/** Fewer characters are refused. */
export const LEAST = 8

export type Strength = 'short' | 'weak' | 'fair' | 'strong'

/** What everybody tries first, as parts of a passphrase: they count as one character. */
const KNOWN =
  /password|passw0rd|qwerty|asdfgh|zxcvbn|admin|letmein|iloveyou|zhike|woaini|abc123|123456|888888|666666/gi

/** The same again and again, and runs up or down the digits or letters: they count as one character. */
function flat(text: string): string {
  const points = Array.from(text.replace(KNOWN, '*'))
  return points
    .filter((point, i) => {
      const before = points[i - 1]
      const step = before === undefined ? NaN : (point.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
      return !(step === 0 || step === 1 || step === -1)
    })
    .join('')
}

/** How many sorts of characters one would have to try. */
function alphabetOf(text: string): number {
  const sorts: readonly (readonly [RegExp, number])[] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/[0-9]/, 10],
    [/[ -/:-@[-`{-~]/, 33],
    [/[^\u0000-\u007f]/, 2500],
  ]
  return sorts.reduce((sum, [sort, count]) => (sort.test(text) ? sum + count : sum), 0)
}

/**
 * How well a passphrase stands against guessing, estimated from its characters. The lock slows every guess down (scrypt,
 * some tenths of a second), so that 45 bits are years for one attacker, 65 out of reach.
 */
export function strengthOf(text: string): Strength {
  if (Array.from(text.trim()).length < LEAST) return 'short'
  const worth = flat(text)
  const bits = Array.from(worth).length * Math.log2(Math.max(2, alphabetOf(worth)))
  if (bits < 45) return 'weak'
  return bits < 65 ? 'fair' : 'strong'
}
