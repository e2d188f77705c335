import data from 'chinese-days/dist/chinese-days.json'
import { addDays, type Day } from './dates'
import { calendarOf, type Calendar, type CalendarYear, type Holiday } from './working-days'

/** A day's names in the package: `New Year's Day,元旦,1` (English, Chinese, days that are moved). */
type Named = Readonly<Record<Day, string>>

const holidays: Named = data.holidays
const makeUpWorkdays: Named = data.workdays

let years: readonly CalendarYear[] | null = null
let calendar: Calendar | null = null

/** Years of the package `chinese-days`: what the State Council had announced when it was published (decision 012). */
export const shippedYears = (): readonly CalendarYear[] => (years ??= readYears())

/** The calendar without anything of the firm's own. Always the same one. */
export const shippedCalendar = (): Calendar => (calendar ??= calendarOf(shippedYears()))

function readYears(): readonly CalendarYear[] {
  return (
    [...new Set(Object.keys(holidays).map(yearOf))]
      .sort((a, b) => a - b)
      // A year of which only 元旦 is known, through the year before, is not known.
      .filter((year) => Object.hasOwn(holidays, `${year}-10-01`))
      .map((year) => ({
        year,
        holidays: joined(daysOf(holidays, year)),
        makeUpWorkdays: daysOf(makeUpWorkdays, year).map(([day, name]) => ({ name, day })),
      }))
  )
}

function daysOf(named: Named, year: number): readonly (readonly [Day, string])[] {
  return Object.entries(named)
    .filter(([day]) => yearOf(day) === year)
    .map(([day, names]) => [day, names.split(',')[1] ?? names] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Days of one name that follow each other are one holiday. */
function joined(days: readonly (readonly [Day, string])[]): readonly Holiday[] {
  return days.reduce<readonly Holiday[]>((found, [day, name]) => {
    const last = found.at(-1)
    return last?.name === name && addDays(last.to, 1) === day
      ? [...found.slice(0, -1), { ...last, to: day }]
      : [...found, { name, from: day, to: day }]
  }, [])
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}
