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
  const target = text.toLowerCase()
  return words(query).every((word) => target.includes(word) || matchesPinyin(text, word))
}

/** The words of what a person typed into a search box, lower case, full-width letters and digits made narrow. */
export function words(query: string): readonly string[] {
  return query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
}

function matchesPinyin(text: string, word: string): boolean {
  return /^[a-zü]+$/.test(word) && match(text, word, { continuous: true, precision: 'start' }) !== null
}
