import { addDays, dayOf, daysBetween, partsOf, type Day } from '../../../shared/kernel/dates'

export const periods = ['all', 'today', 'week', 'month', 'lastMonth', 'quarter', 'year', 'own'] as const
export type Period = (typeof periods)[number]

/** First and last day; empty is open. */
export interface Days {
  readonly from: Day
  readonly to: Day
}

const open: Days = { from: '', to: '' }

/** First and last day of the period that holds today; weeks begin on Monday. `own`: the days that a person gave. */
export function daysOf(period: Period, today: Day, given: Days): Days {
  const parts = partsOf(today)
  if (!parts) return open
  const { year, month } = parts
  switch (period) {
    case 'all':
      return open
    case 'today':
      return { from: today, to: today }
    case 'week': {
      // 1970-01-05 was a Monday.
      const since = (((daysBetween('1970-01-05', today) ?? 0) % 7) + 7) % 7
      return { from: addDays(today, -since) ?? '', to: addDays(today, 6 - since) ?? '' }
    }
    case 'month':
      return months(year, month, 1)
    case 'lastMonth':
      return month === 1 ? months(year - 1, 12, 1) : months(year, month - 1, 1)
    case 'quarter':
      return months(year, month - ((month - 1) % 3), 3)
    case 'year':
      return months(year, 1, 12)
    case 'own':
      return given
  }
}

/** So many months from the first of a month on, within one year. */
function months(year: number, month: number, count: number): Days {
  const next = month + count
  const after = next > 12 ? dayOf(year + 1, next - 12, 1) : dayOf(year, next, 1)
  return { from: dayOf(year, month, 1) ?? '', to: (after === null ? null : addDays(after, -1)) ?? '' }
}
