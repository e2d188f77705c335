import type { ListRow } from '../search/list-row'
import { pathKey } from '../forms/field'
import { BETWEEN } from '../search/columns'
import { CONTACTS } from './fields'

/** Why two customers may be the same one. */
export type Likeness = 'sameCreditCode' | 'sameIdNumber' | 'samePhone' | 'sameName' | 'nearName'

export interface Likely {
  readonly row: ListRow
  readonly likeness: Likeness
}

/** What is compared: a customer's line, or what has been typed of one that is not there yet. */
export type Compared = Pick<ListRow, 'title' | 'cells'>

/** Words that say what kind of firm it is, not which one. */
const COMMON_WORDS =
  /有限责任公司|股份有限公司|有限公司|集团公司|总公司|分公司|公司|集团|股份|工厂|商行|经营部|门市部|[()（）\s·.,，、-]/gu

/** What is left of a firm's name when the words that all firms share are taken away. */
const coreName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(COMMON_WORDS, '')

/** Numbers of a customer without what is written between their digits; a short one (an extension) says nothing. */
const phones = ({ cells }: Compared): readonly string[] =>
  ['phone', 'mobile', pathKey([CONTACTS, '*', 'mobile']), pathKey([CONTACTS, '*', 'phone'])]
    .flatMap((key) => (cells[key] ?? '').split(BETWEEN))
    .map((phone) => phone.replace(/\D/g, ''))
    .filter((digits) => digits.length >= 7)

/** Every key under which a customer is the same as another one, with what that likeness is called. */
function keysOf(compared: Compared): readonly (readonly [Likeness, string])[] {
  const { cells, title } = compared
  const core = coreName(title)
  return [
    ['sameCreditCode', cells['creditCode'] ?? ''] as const,
    ['sameIdNumber', cells['idNumber'] ?? ''] as const,
    ...phones(compared).map((phone) => ['samePhone', phone] as const),
    ['sameName', title.trim()] as const,
    ['nearName', core.length >= 2 ? core : ''] as const,
  ].filter(([, key]) => key !== '')
}

/**
 * Customers ready to be compared. Near-same names: the same without 有限公司 and the like, or one letter apart in at least
 * four. Those that were merged away or are 已销户 are not offered.
 */
export class Duplicates {
  readonly #rows = new Map<string, ListRow>()
  readonly #byKey = new Map<string, string[]>()

  constructor(rows: Iterable<ListRow>) {
    for (const row of rows) {
      if (row.state !== 'active') continue
      this.#rows.set(row.id, row)
      for (const key of [...keysOf(row).map(joined), ...blanks(coreName(row.title))]) {
        const ids = this.#byKey.get(key)
        if (ids) ids.push(row.id)
        else this.#byKey.set(key, [row.id])
      }
    }
  }

  /** Who may be meant, the surest likeness first; `except` is the customer itself. */
  likely(compared: Compared, except = '', oneLetterApart = true): readonly Likely[] {
    const found = new Map<string, Likeness>()
    const note = (key: string, likeness: Likeness) => {
      for (const id of this.#byKey.get(key) ?? [])
        if (id !== except && !found.has(id)) found.set(id, likeness)
    }
    for (const key of keysOf(compared)) note(joined(key), key[0])
    if (oneLetterApart) for (const key of blanks(coreName(compared.title))) note(key, 'nearName')
    return [...found].flatMap(([id, likeness]) => {
      const row = this.#rows.get(id)
      return row ? [{ row, likeness }] : []
    })
  }

  /**
   * Groups of two or more that may be one, the largest first: the clean-up list. A letter apart is too little there, since
   * it would chain many into one. `isApart` knows pairs of which a person said that they are two.
   */
  groups(isApart: (a: string, b: string) => boolean = () => false): readonly (readonly Likely[])[] {
    const seen = new Set<string>()
    const groups: Likely[][] = []
    for (const row of this.#rows.values()) {
      if (seen.has(row.id)) continue
      const group: Likely[] = []
      const waiting: Likely[] = [{ row, likeness: 'sameName' }]
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        if (seen.has(next.row.id)) continue
        seen.add(next.row.id)
        group.push(next)
        const { id } = next.row
        waiting.push(...this.likely(next.row, id, false).filter((other) => !isApart(id, other.row.id)))
      }
      if (group.length > 1) groups.push(withLikeness(group))
    }
    return groups.sort((a, b) => b.length - a.length)
  }
}

/** The first of a group was found by nothing: it bears the likeness of the second. */
const withLikeness = (group: readonly Likely[]): Likely[] =>
  group.map((each, i) => (i === 0 ? { ...each, likeness: group[1]?.likeness ?? each.likeness } : each))

const joined = ([likeness, key]: readonly [Likeness, string]): string => `${likeness} ${key}`

/** A name with each of its letters left open, so that two names one letter apart share a key. */
function blanks(core: string): readonly string[] {
  const letters = Array.from(core)
  if (letters.length < 4) return []
  return letters.map((_, i) => `blank ${[...letters.slice(0, i), '*', ...letters.slice(i + 1)].join('')}`)
}
