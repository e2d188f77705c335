import { pinyin } from 'pinyin-pro'
import { nameInitials } from './pinyin'

/** Surnames with another reading, behind the head: there the library reads them as a surname only when told to. */
const SURNAME_INSIDE = /.[曾单解仇查]/u

/**
 * Further words by which names are found: initials and full pinyin, a character that is read otherwise as a surname
 * (单, 曾, 解) in both readings: at the head, and inside a firm's name (长沙曾记餐饮).
 */
export function nameWords(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => (HAN.test(name) ? wordsOfName(name) : [])))]
}

/** A firm's records name the same people and customers again and again; so many are kept at hand. */
const KEPT_NAMES = 20_000
const kept = new Map<string, readonly string[]>()

function wordsOfName(name: string): readonly string[] {
  const known = kept.get(name)
  if (known) return known
  const words = [...nameInitials(name), ...fullPinyin(name), ...surnamesInside(name)]
  if (kept.size >= KEPT_NAMES) kept.clear()
  kept.set(name, words)
  return words
}

const HAN = /\p{Script=Han}/u

function fullPinyin(name: string): readonly string[] {
  const options = { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true } as const
  const plain = pinyin(name, options)
  const asSurname = pinyin(name, { ...options, surname: 'head' })
  return [
    ...new Set([plain, asSurname].map((syllables) => syllables.join('').toLowerCase().replace(/\s+/g, ''))),
  ]
}

function surnamesInside(name: string): readonly string[] {
  if (!SURNAME_INSIDE.test(name)) return []
  const options = { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true, surname: 'all' } as const
  return [pinyin(name, { ...options, pattern: 'first' }), pinyin(name, options)].map((syllables) =>
    syllables.join('').toLowerCase().replace(/\s+/g, ''),
  )
}
