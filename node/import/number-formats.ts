import type { NumberShow } from '../../shared/import/cell'

/** What a number format says of a number. */
export interface Shown {
  readonly shows: NumberShow
  /** Least digits, for a format of zeros only. */
  readonly digits?: number
}

const PLAIN: Shown = { shows: 'plain' }

/** Formats without a code in the file (ECMA-376 18.8.30; 27–36 and 50–58 are the days of Chinese programs). */
const builtIn = (id: number): Shown => {
  if (id === 9 || id === 10) return { shows: 'percent' }
  if (id === 22) return { shows: 'dateTime' }
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35) || id === 55 || id === 56)
    return { shows: 'time' }
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return { shows: 'date' }
  return PLAIN
}

/** What cells of format `id` show; `code` is the file's own for it. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return builtIn(id)
  const [first = ''] = code.split(';')
  const bare = first
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase()
  if (bare.trim() === 'general') return PLAIN
  if (bare.includes('%')) return { shows: 'percent' }
  const plain = bare.replace(/e[+-]/g, '')
  if (/^0{2,15}$/.test(plain.trim())) return { shows: 'plain', digits: plain.trim().length }
  if (/[#?]|0[.,]|^0/.test(plain.replace(/s\.0+/g, 's'))) return PLAIN
  const hasTime = /[hs]|am\/pm|上午/.test(plain)
  const hasDay = /[ydge]/.test(plain) || (plain.includes('m') && !hasTime)
  if (hasDay) return { shows: hasTime ? 'dateTime' : 'date' }
  return hasTime ? { shows: 'time' } : PLAIN
}
