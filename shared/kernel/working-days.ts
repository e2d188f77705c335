import { addDays, daysBetween, partsOf, type Day } from './dates'

/**
 * One year's 法定节假日 and 调休, as the State Council announces them every autumn for the year to come. Days outside the
 * year may stand in it too: 元旦 sometimes begins on 31 December.
 */
export interface CalendarYear {
  readonly year: number
  readonly holidays: readonly Holiday[]
  readonly makeUpWorkdays: readonly MakeUpWorkday[]
  /** Where it stands, such as the number of the announcement. */
  readonly source?: string
}

/** Days off, the first and the last among them. */
export interface Holiday {
  readonly name: string
  readonly from: Day
  readonly to: Day
}

/** A Saturday or Sunday on which people work, and the holiday for which they do. */
export interface MakeUpWorkday {
  readonly name: string
  readonly day: Day
}

export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeUpWorkday'

/** `known`: the government's calendar of that year is there. Where it is not, weekends count plainly. */
export interface KindOfDay {
  readonly kind: DayKind
  /** The holiday, or the one for which people work. */
  readonly name?: string
  readonly known: boolean
}

export interface CountedWorkdays {
  readonly workdays: number
  readonly known: boolean
}

export interface ReachedDay {
  readonly day: Day
  readonly known: boolean
}

/** Questions about working days. Null (`isWorkday`: false) for text that is no day. */
export interface Calendar {
  /** By year, each once. */
  readonly years: readonly CalendarYear[]
  readonly isWorkday: (day: Day) => boolean
  readonly kindOf: (day: Day) => KindOfDay | null
  /**
   * Working days after the earlier day, up to and with the later one; negative when `to` is the earlier. Sums add up: from
   * a to b and from b to c make from a to c.
   */
  readonly workdaysBetween: (from: Day, to: Day) => CountedWorkdays | null
  /** The n-th working day after (n < 0: before) a day; 0: the day itself. Null also beyond the years of paper. */
  readonly addWorkdays: (day: Day, count: number) => ReachedDay | null
  /** The last day up to which the program's calendar, with the firm's years, is known without a gap; null: not at all. */
  readonly reachesTo: Day | null
}

const EPOCH = '1970-01-01'
/** More working days than paper's years have. */
const MOST = 400_000

/** `shipped`: the program's own years; a year of the firm far from them says nothing of how far the calendar reaches. */
export function calendarOf(
  given: readonly CalendarYear[],
  shipped: readonly CalendarYear[] = given,
): Calendar {
  const years = [...new Map(given.map((year) => [year.year, year])).values()].sort((a, b) => a.year - b.year)
  const special = specialDays(years)
  const known = new Set(years.map(({ year }) => year))
  const rankOf = ranks(special)

  const areKnown = (from: number, to: number): boolean => {
    for (let year = from; year <= to; year++) if (!known.has(year)) return false
    return true
  }
  const isKnown = (one: Day, other: Day): boolean => {
    const [from, to] = one <= other ? [one, other] : [other, one]
    return areKnown(yearOf(from), yearOf(to))
  }
  const kindOf: Calendar['kindOf'] = (day) => {
    const at = serialOf(day)
    if (at === null) return null
    const found = special.get(day)
    const isKnown = known.has(yearOf(day))
    if (found) return { ...found, known: isKnown }
    return { kind: isWeekend(at) ? 'weekend' : 'workday', known: isKnown }
  }
  return {
    years,
    kindOf,
    isWorkday: (day) => {
      const kind = kindOf(day)?.kind
      return kind === 'workday' || kind === 'makeUpWorkday'
    },
    workdaysBetween: (from, to) => {
      const a = serialOf(from)
      const b = serialOf(to)
      return a === null || b === null ? null : { workdays: rankOf(b) - rankOf(a), known: isKnown(from, to) }
    },
    addWorkdays: (day, count) => {
      const from = serialOf(day)
      if (from === null || !Number.isInteger(count) || Math.abs(count) > MOST) return null
      const wanted = count < 0 ? rankOf(from - 1) + count + 1 : rankOf(from) + count
      const reached = count === 0 ? day : addDays(EPOCH, firstOfRank(rankOf, wanted, from))
      return reached === null ? null : { day: reached, known: isKnown(day, reached) }
    },
    reachesTo: reach(known, shipped.length > 0 ? shipped : given),
  }
}

/** The firm's own years take the place of whole years of the calendar that the program brings along. */
export function mergeYears(
  shipped: readonly CalendarYear[],
  own: readonly CalendarYear[],
): readonly CalendarYear[] {
  const replaced = new Set(own.map(({ year }) => year))
  return [...shipped.filter(({ year }) => !replaced.has(year)), ...own].sort((a, b) => a.year - b.year)
}

/** Days off and make-up workdays that are not over on that day, the nearest first. */
export function comingDays(
  { years }: Calendar,
  today: Day,
): { readonly holidays: readonly Holiday[]; readonly makeUpWorkdays: readonly MakeUpWorkday[] } {
  return {
    holidays: years
      .flatMap(({ holidays }) => holidays)
      .filter(({ to }) => to >= today)
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
    makeUpWorkdays: years
      .flatMap(({ makeUpWorkdays }) => makeUpWorkdays)
      .filter(({ day }) => day >= today)
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
  }
}

/** Every day of a holiday. */
export function daysOff({ from, to }: Holiday): readonly Day[] {
  const length = (daysBetween(from, to) ?? -1) + 1
  return Array.from({ length }, (_, at) => addDays(from, at) ?? from)
}

interface SpecialDay {
  readonly kind: 'holiday' | 'makeUpWorkday'
  readonly name: string
}
type Special = ReadonlyMap<Day, SpecialDay>

/** A later year's announcement overrules an earlier one's about the same day. */
function specialDays(years: readonly CalendarYear[]): Special {
  return new Map(
    years.flatMap(({ holidays, makeUpWorkdays }): readonly (readonly [Day, SpecialDay])[] => [
      ...holidays.flatMap((holiday) =>
        daysOff(holiday).map((day) => [day, { kind: 'holiday', name: holiday.name }] as const),
      ),
      ...makeUpWorkdays.map(({ day, name }) => [day, { kind: 'makeUpWorkday', name }] as const),
    ]),
  )
}

/**
 * How many working days there are up to and with a day, counted from a fixed one: weekdays by arithmetic, corrected by the
 * special days before. 100,000 deadlines are asked about at once, so no day is walked.
 */
function ranks(special: Special): (serial: number) => number {
  const corrections = [...special]
    .map(([day, { kind }]) => ({ at: serialOf(day) ?? 0, works: kind === 'makeUpWorkday' }))
    .filter(({ at, works }) => works === isWeekend(at))
    .sort((a, b) => a.at - b.at)
  let sum = 0
  const sums = corrections.map(({ works }) => (sum += works ? 1 : -1))
  return (serial) => {
    let low = 0
    let high = corrections.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((corrections[middle]?.at ?? Infinity) <= serial) low = middle + 1
      else high = middle
    }
    const sinceMonday = serial - MONDAY
    const weeks = Math.floor(sinceMonday / 7)
    return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5) + (sums[low - 1] ?? 0)
  }
}

/** The first day of that rank: a working day, as only those raise it. Searched in steps that double. */
function firstOfRank(rankOf: (serial: number) => number, rank: number, near: number): number {
  let step = 8
  let low = near
  while (rankOf(low) >= rank) low -= step *= 2
  let high = near
  while (rankOf(high) < rank) high += step *= 2
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (rankOf(middle) < rank) low = middle
    else high = middle
  }
  return high
}

function reach(known: ReadonlySet<number>, from: readonly CalendarYear[]): Day | null {
  if (from.length === 0) return null
  let year = Math.min(...from.map((each) => each.year))
  while (known.has(year + 1)) year++
  return `${String(year).padStart(4, '0')}-12-31`
}

/** 1969-12-29 was a Monday. */
const MONDAY = -3
const isWeekend = (serial: number): boolean => (((serial - MONDAY) % 7) + 7) % 7 > 4
const serialOf = (day: Day): number | null => daysBetween(EPOCH, day)
const yearOf = (day: Day): number => partsOf(day)?.year ?? NaN
