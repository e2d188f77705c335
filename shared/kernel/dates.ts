/** A calendar day as `2026-01-05`, without time zone: what stands on paper. */
export type Day = string

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_A_DAY = 86_400_000
/** Years that paper forms speak of. */
const FIRST_YEAR = 1800
const LAST_YEAR = 2999

/** A day from its numbers; null when the calendar does not have it (2026-02-30). */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (!isYear(year) || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`
}

export const isYear = (year: number): boolean =>
  Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR

/** The numbers of a day; null for text that is no day of the calendar. */
export function partsOf(
  day: Day,
): { readonly year: number; readonly month: number; readonly date: number } | null {
  const [, y = '', m = '', d = ''] = DAY.exec(day) ?? []
  const parts = { year: Number(y), month: Number(m), date: Number(d) }
  return dayOf(parts.year, parts.month, parts.date) === day ? parts : null
}

export const isDay = (text: string): boolean => partsOf(text) !== null

/** Whole days from one day to another: negative when the second is earlier. Null unless both are days. */
export function daysBetween(from: Day, to: Day): number | null {
  const a = serial(from)
  const b = serial(to)
  return a === null || b === null ? null : b - a
}

/** The day so many days later (or earlier); null for no day, or beyond the years of paper. */
export function addDays(day: Day, count: number): Day | null {
  const from = serial(day)
  if (from === null || !Number.isInteger(count) || Math.abs(count) > 1_000_000) return null
  const date = new Date((from + count) * MS_A_DAY)
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** 一 … 日; null for no day. */
export function weekdayOf(day: Day): string | null {
  const since = serial(day)
  // 1970-01-01 was a Thursday.
  return since === null
    ? null
    : (['日', '一', '二', '三', '四', '五', '六'][(((since + 4) % 7) + 7) % 7] ?? null)
}

/** `14:03` within a day. */
export const isTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)

export const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)

/** `2026-01-05T14:03`. */
export function isDateTime(text: string): boolean {
  const [day = '', time = '', ...more] = text.split('T')
  return more.length === 0 && isDay(day) && isTime(time)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** 2026年1月5日. What is no day is given back as it stands; so with the others. */
export function formatDay(day: Day): string {
  const parts = partsOf(day)
  return parts ? `${parts.year}年${parts.month}月${parts.date}日` : day
}

/** 2026年1月. */
export function formatMonth(month: string): string {
  const parts = partsOf(`${month}-01`)
  return parts ? `${parts.year}年${parts.month}月` : month
}

/** 2026年1月5日 14:03. */
export const formatDateTime = (text: string): string => {
  const [day = '', time = ''] = text.split('T')
  return isDateTime(text) ? `${formatDay(day)} ${time}` : text
}

export const pad = (value: number, width = 2): string => String(value).padStart(width, '0')

/** Days since 1970-01-01. */
function serial(day: Day): number | null {
  const parts = partsOf(day)
  return parts ? Date.UTC(parts.year, parts.month - 1, parts.date) / MS_A_DAY : null
}
