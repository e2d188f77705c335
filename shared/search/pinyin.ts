import { match, pinyin } from 'pinyin-pro'

/** Pinyin initials of the Chinese characters, other letters and digits as they are: 客户投诉登记表一 → khtsdjby. */
export function initialsOf(text: string): string {
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/\s+/g, '')
}

/** The initials of a person's or a firm's name: a character that is read otherwise as a surname (单, 曾, 解) gives both. */
export function nameInitials(name: string): readonly string[] {
  if (name === '') return []
  const asSurname = pinyin(name, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    surname: 'head',
  })
  return [...new Set([initialsOf(name), asSurname.join('').toLowerCase().replace(/\s+/g, '')])]
}

/**
 * Whether every word of `query` is found in `text`: as it stands, or by pinyin in full, by initials, or mixed
 * (tousu, ts, tsu for 投诉; every reading of 单 or 重 counts). An empty query finds everything.
 */
export function textMatches(text: string, query: string): boolean {
  return words(query).every((word) => placesOf(text, word) !== null)
}

/**
 * Where one word of a query (see `words`) stands in `text`: the places (UTF-16 units) of the characters that it means,
 * in order; null where it is not found. As it stands comes before pinyin: `ts` in TS-表, not in 投诉.
 */
export function placesOf(text: string, word: string): readonly number[] | null {
  const at = text.toLowerCase().indexOf(word)
  if (at >= 0) return Array.from(word, (_, i) => at + i)
  if (!/^[a-zü]+$/.test(word)) return null
  return match(text, word, { continuous: true, precision: 'start' })
}

/** The words of what a person typed into a search box, lower case, full-width letters and digits made narrow. */
export function words(query: string): readonly string[] {
  return query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}
