import { addDays, pad } from '../kernel/dates'

/** Day 0 of Excel's calendar on Windows, and of the one that old Macs counted by. */
const ZERO_1900 = '1899-12-30'
const ZERO_1904 = '1904-01-01'
/** Excel knows a 29 February 1900: its days before 1 March are one too early. */
const LEAP_BUG_ENDS = 61
const MINUTES = 1440

/** A number as Excel means it for a day and a time. */
export interface Moment {
  /** `2026-01-05`; null for a time alone, and for what is no day of the calendar. */
  readonly day: string | null
  /** `10:20`; seconds are rounded to the minute. */
  readonly time: string
  readonly hasTime: boolean
}

/** Reads a number of days since 1900 or 1904. Null for what is no number, or negative. */
export function momentOf(number: string, from1904: boolean): Moment | null {
  const value = Number(number)
  if (!Number.isFinite(value) || value < 0) return null
  const minutes = Math.round(value * MINUTES)
  const days = Math.floor(minutes / MINUTES)
  const rest = minutes % MINUTES
  return {
    day: value < 1 && !from1904 ? null : dayOf(days, from1904),
    time: `${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`,
    hasTime: rest !== 0,
  }
}

function dayOf(days: number, from1904: boolean): string | null {
  if (from1904) return addDays(ZERO_1904, days)
  if (days === LEAP_BUG_ENDS - 1) return null
  return addDays(ZERO_1900, days < LEAP_BUG_ENDS ? days + 1 : days)
}
