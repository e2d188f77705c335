/**
 * Characters that steer text without a glyph of their own (joiners, direction marks, variation selectors, controls):
 * they have no place on a printed form and are left out without a warning.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gu

/** A base letter with marks over or under it: composed where Unicode has one character for them. */
const MARKED = /\P{M}\p{M}+/gu

/** Nothing but Han characters, their punctuation, Latin letters, and ends of lines: as nearly every text. */
const PLAIN = /^[\n -~\u00a0-\u00ac\u00ae-\u00ff\u3000-\u3020\u4e00-\u9fff\uff01-\uff5e]*$/

/**
 * Text as it is set: every kind of line end is `\n`, a tab is a space, marks are composed with their letters. Han
 * characters are never replaced: compatibility forms in people's names stay what they are.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text
  const plain = text.replace(/\r\n?|[\u0085\u2028\u2029\u000b\u000c]/g, '\n').replace(/\t/g, ' ')
  return plain.replace(INVISIBLE, '').replace(MARKED, (cluster) => cluster.normalize('NFC'))
}
