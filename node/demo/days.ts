import { weighted, type Dice } from './random'

export const MS_A_DAY = 86_400_000
/** China's clocks are eight hours ahead, all year. */
const CHINA_MS = 8 * 3_600_000
/** First day of the spring festival by year. */
const SPRING: Readonly<Record<string, string>> = {
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
}

/** The day and the minute that a clock in China shows. */
export const dayAt = (ms: number): string => new Date(ms + CHINA_MS).toISOString().slice(0, 10)

/** Midnight in China when a day begins. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) - CHINA_MS

/** How much a department has to do on a day, 1 being an ordinary Wednesday. */
function busyness(day: string): number {
  const at = Date.parse(`${day}T00:00:00Z`)
  const weekday = [0.06, 1.25, 1.05, 1, 1, 1.1, 0.3][new Date(at).getUTCDay()] ?? 1
  const [year = '', month = '', date = ''] = day.split('-')
  const spring = Date.parse(`${SPRING[year] ?? `${year}-02-05`}T00:00:00Z`)
  const sinceSpring = (at - spring) / MS_A_DAY
  if (sinceSpring >= -1 && sinceSpring < 7) return 0.03
  if (month === '10' && Number(date) <= 7) return 0.08
  if (month === '05' && Number(date) <= 5) return 0.15
  if (month === '01' && date === '01') return 0.05
  // Summer breaks air conditioners; the November sales bring calls.
  const season = { '06': 1.2, '07': 1.45, '08': 1.35, '11': 1.3, '12': 1.15, '02': 0.8 }[month] ?? 1
  return weekday * season
}

/** By half hours from 8:30: mornings and the time after the midday rest are busiest. */
const HALF_HOURS = [7, 10, 11, 11, 9, 7, 3, 2, 3, 8, 10, 10, 9, 8, 7, 6, 5, 3, 1, 1]
const pickHalfHour = weighted(HALF_HOURS)

/** Milliseconds after midnight, within working hours. */
const workingTime = (dice: Dice): number =>
  (8.5 + pickHalfHour(dice) / 2) * 3_600_000 + dice.int(0, 1_799_999)

/** Moments of work over the years before `until` (milliseconds), growing by the year, in order of time. */
export function momentsOfWork(dice: Dice, count: number, until: string, years: number): Float64Array {
  const last = startOf(until)
  const days = Array.from({ length: Math.round(years * 365.25) }, (_, ago) => last - ago * MS_A_DAY)
  const growth = (at: number) => 1 + (0.6 * (days.length - (last - at) / MS_A_DAY)) / days.length
  const pickDay = weighted(days.map((at) => busyness(dayAt(at)) * growth(at)))
  const moments = Float64Array.from(
    { length: count },
    () => (days[pickDay(dice)] ?? last) + workingTime(dice),
  )
  return moments.sort()
}

/** A moment of work so many days later. */
export const workDaysLater = (dice: Dice, ms: number, days: number): number => {
  let day = startOf(dayAt(ms)) + days * MS_A_DAY
  while (busyness(dayAt(day)) < 0.5) day += MS_A_DAY
  return Math.max(day + workingTime(dice), ms + 60_000)
}
