/** Days as ISO text (`2026-01-05`), counted without time zones. */
export type IsoDay = string

const DAY = 86_400_000

function isoDay(year: number, month: number, day: number): IsoDay {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

export function addDays(day: IsoDay, days: number): IsoDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** The same day of another month; the month's last day where it has fewer (1月31日 → 2月28日). */
export function addMonths(day: IsoDay, months: number): IsoDay {
  const { year, month, date } = partsOf(day)
  const count = year * 12 + (month - 1) + months
  const toYear = Math.floor(count / 12)
  const toMonth = (count % 12) + 1
  const last = partsOf(addDays(isoDay(toYear, toMonth + 1, 1), -1)).date
  return isoDay(toYear, toMonth, Math.min(date, last))
}

export function partsOf(day: IsoDay): {
  readonly year: number
  readonly month: number
  readonly date: number
} {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return { year, month, date }
}

/** 0 for Monday to 6 for Sunday: weeks start on Monday. */
export function weekday(day: IsoDay): number {
  return (new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay() + 6) % 7
}

/** The six weeks that show the month of `day`, Monday first; leading and trailing days belong to its neighbours. */
export function monthWeeks(day: IsoDay): readonly (readonly IsoDay[])[] {
  const { year, month } = partsOf(day)
  const first = isoDay(year, month, 1)
  const start = addDays(first, -weekday(first))
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, i) => addDays(start, week * 7 + i)),
  )
}

/** Where an arrow key leads in the calendar; null for other keys. */
export function calendarMove(key: string, day: IsoDay): IsoDay | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'PageUp':
      return addMonths(day, -1)
    case 'PageDown':
      return addMonths(day, 1)
    case 'Home':
      return addDays(day, -weekday(day))
    case 'End':
      return addDays(day, 6 - weekday(day))
    default:
      return null
  }
}
