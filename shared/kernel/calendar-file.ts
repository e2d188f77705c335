import { daysBetween, isDay, isYear, type Day } from './dates'
import { err, ok, type Result } from './result'
import { daysOff, type CalendarYear, type Holiday, type MakeUpWorkday } from './working-days'

/** Names the format in a file's member `format`. */
const CALENDAR_FORMAT = 'zhike-calendar'
const VERSION = 1

/** Why a file is no calendar; nothing of it is taken then. */
export type CalendarFailure =
  /** `line` is missing where the engine does not tell. */
  | { readonly type: 'NotJson'; readonly line?: number }
  | { readonly type: 'OtherFormat' }
  | { readonly type: 'NewerFormat'; readonly found: number; readonly known: number }
  /** Everything that is wrong, the first 20. */
  | { readonly type: 'BadCalendar'; readonly faults: readonly CalendarFault[] }

/** Where in the file: a year, in it a list and its entry (from 1). */
export interface FaultPlace {
  readonly year?: number
  readonly list?: 'years' | 'holidays' | 'makeUpWorkdays'
  readonly entry?: number
}

export type CalendarFault = FaultPlace &
  (
    | { readonly fault: 'missing' | 'unknown' | 'notText' | 'notAList'; readonly member: string }
    | { readonly fault: 'notAnObject' | 'yearTwice' | 'noYears' | 'noHolidays' | 'tooMany' }
    | { readonly fault: 'notAYear' | 'notADay'; readonly found: string }
    | {
        readonly fault: 'endBeforeStart' | 'tooLong' | 'otherYear' | 'dayTwice' | 'notAWeekend'
        readonly day: Day
      }
  )

const FAULTS_TOLD = 20
/** Entries of one list; a real year has seven holidays. */
const MOST_ENTRIES = 60
const MOST_YEARS = 50
const LONGEST_DAYS = 31
const LONGEST_TEXT = 100

/** Reads a whole file, one year or several. Strict: a member that nobody knows is more often a slip than meant. */
export function parseCalendarFile(text: string): Result<readonly CalendarYear[], CalendarFailure> {
  const json = parseJson(text)
  if (!json.ok) return json
  const file = json.value
  if (!isObject(file) || file['format'] !== CALENDAR_FORMAT) return err({ type: 'OtherFormat' })
  const version = file['version']
  if (typeof version === 'number' && version > VERSION) {
    return err({ type: 'NewerFormat', found: version, known: VERSION })
  }
  const faults: CalendarFault[] = []
  const report: Report = (fault) => faults.push(fault)
  if (version !== VERSION) report({ fault: 'missing', member: 'version' })
  checkMembers(file, ['format', 'version', 'years'], {}, report)
  const years = listOf(file, 'years', {}, MOST_YEARS, report).flatMap((entry, at) => {
    const year = readYear(entry, { list: 'years', entry: at + 1 }, report)
    return year ? [year] : []
  })
  const seen = new Set<number>()
  for (const { year } of years) {
    if (seen.has(year)) report({ year, fault: 'yearTwice' })
    seen.add(year)
  }
  if (Array.isArray(file['years']) && file['years'].length === 0) report({ fault: 'noYears' })
  return faults.length === 0 ? ok(years) : err({ type: 'BadCalendar', faults: faults.slice(0, FAULTS_TOLD) })
}

/** The text of a file, made to be read and changed by a person. */
export function writeCalendarFile(years: readonly CalendarYear[]): string {
  const lines = years.flatMap((year, at) => [
    '    {',
    `      "year": ${year.year},`,
    ...(year.source === undefined ? [] : [`      "source": ${JSON.stringify(year.source)},`]),
    '      "holidays": [',
    entries(year.holidays.map(({ name, from, to }) => ({ name, from, to }))),
    '      ],',
    '      "makeUpWorkdays": [',
    entries(year.makeUpWorkdays.map(({ name, day }) => ({ name, day }))),
    '      ]',
    at === years.length - 1 ? '    }' : '    },',
  ])
  const text = [
    '{',
    `  "format": "${CALENDAR_FORMAT}",`,
    `  "version": ${VERSION},`,
    '  "years": [',
    ...lines,
    '  ]',
    '}',
  ]
  return `${text.filter((line) => line !== '').join('\n')}\n`
}

/** One year as the firm's register keeps it (SPEC [ST33]): an entry of `years` as JSON. */
export const writeCalendarYear = (year: CalendarYear): string => JSON.stringify(year)

/**
 * Null: not a year by today's rules; it is kept and not used. Members that only a newer program knows are passed over.
 */
export function readCalendarYear(text: string): CalendarYear | null {
  const json = parseJson(text)
  if (!json.ok) return null
  const faults: CalendarFault[] = []
  const year = readYear(json.value, {}, (fault) => faults.push(fault))
  return faults.every(({ fault }) => fault === 'unknown') ? year : null
}

type Report = (fault: CalendarFault) => void
type Members = Readonly<Record<string, unknown>>

function readYear(entry: unknown, at: FaultPlace, report: Report): CalendarYear | null {
  if (!isObject(entry)) {
    report({ ...at, fault: 'notAnObject' })
    return null
  }
  const year = entry['year']
  if (typeof year !== 'number' || !isYear(year)) {
    report(
      year === undefined
        ? { ...at, fault: 'missing', member: 'year' }
        : { ...at, fault: 'notAYear', found: shown(year) },
    )
    return null
  }
  const place = { year }
  checkMembers(entry, ['year', 'source', 'holidays', 'makeUpWorkdays'], place, report)
  const source = entry['source'] === undefined ? undefined : textOf(entry, 'source', place, report)
  const holidays = listOf(entry, 'holidays', place, MOST_ENTRIES, report).flatMap((holiday, index) => {
    return readHoliday(holiday, { ...place, list: 'holidays', entry: index + 1 }, report) ?? []
  })
  const makeUpWorkdays = listOf(entry, 'makeUpWorkdays', place, MOST_ENTRIES, report).flatMap(
    (day, index) => {
      return readMakeUp(day, { ...place, list: 'makeUpWorkdays', entry: index + 1 }, report) ?? []
    },
  )
  if (Array.isArray(entry['holidays']) && entry['holidays'].length === 0)
    report({ ...place, fault: 'noHolidays' })
  checkDays(holidays, makeUpWorkdays, place, report)
  return { year, holidays, makeUpWorkdays, ...(source === undefined ? {} : { source }) }
}

function readHoliday(entry: unknown, at: FaultPlace, report: Report): Holiday | null {
  if (!isObject(entry)) {
    report({ ...at, fault: 'notAnObject' })
    return null
  }
  checkMembers(entry, ['name', 'from', 'to'], at, report)
  const name = textOf(entry, 'name', at, report)
  const from = dayOf(entry, 'from', at, report)
  // One day off needs no end.
  const to = entry['to'] === undefined ? from : dayOf(entry, 'to', at, report)
  if (name === undefined || from === undefined || to === undefined) return null
  const length = (daysBetween(from, to) ?? 0) + 1
  if (length < 1) report({ ...at, fault: 'endBeforeStart', day: to })
  if (length > LONGEST_DAYS) report({ ...at, fault: 'tooLong', day: to })
  return length < 1 || length > LONGEST_DAYS ? null : { name, from, to }
}

function readMakeUp(entry: unknown, at: FaultPlace, report: Report): MakeUpWorkday | null {
  if (!isObject(entry)) {
    report({ ...at, fault: 'notAnObject' })
    return null
  }
  checkMembers(entry, ['name', 'day'], at, report)
  const name = textOf(entry, 'name', at, report)
  const day = dayOf(entry, 'day', at, report)
  if (name === undefined || day === undefined) return null
  // 1970-01-05 was a Monday.
  const weekday = (((daysBetween('1970-01-05', day) ?? 0) % 7) + 7) % 7
  if (weekday < 5) report({ ...at, fault: 'notAWeekend', day })
  return { name, day }
}

/** No day stands twice, and none outside the year but for the Decembers and Januaries beside it. */
function checkDays(
  holidays: readonly Holiday[],
  makeUps: readonly MakeUpWorkday[],
  place: { readonly year: number },
  report: Report,
): void {
  const first = `${place.year - 1}-12-01`
  const last = `${place.year + 1}-01-31`
  const seen = new Set<Day>()
  const check = (day: Day, at: FaultPlace) => {
    if (seen.has(day)) report({ ...at, fault: 'dayTwice', day })
    if (day < first || day > last) report({ ...at, fault: 'otherYear', day })
    const isNew = !seen.has(day)
    seen.add(day)
    return isNew && day >= first && day <= last
  }
  // One fault for a holiday is enough, however long it is.
  for (const holiday of holidays) daysOff(holiday).every((day) => check(day, { ...place, list: 'holidays' }))
  for (const { day } of makeUps) check(day, { ...place, list: 'makeUpWorkdays' })
}

function parseJson(text: string): Result<unknown, CalendarFailure> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    // V8 says “at position 123”, newer ones also “(line 4 column 5)”.
    const [, position] = /at position (\d+)/.exec(error instanceof Error ? error.message : '') ?? []
    if (position === undefined) return err({ type: 'NotJson' })
    return err({ type: 'NotJson', line: text.slice(0, Number(position)).split('\n').length })
  }
}

function checkMembers(object: Members, known: readonly string[], at: FaultPlace, report: Report): void {
  for (const member of Object.keys(object)) {
    if (!known.includes(member)) report({ ...at, fault: 'unknown', member })
  }
}

function listOf(
  object: Members,
  member: 'years' | 'holidays' | 'makeUpWorkdays',
  at: FaultPlace,
  most: number,
  report: Report,
): readonly unknown[] {
  const list = object[member]
  if (Array.isArray(list) && list.length <= most) return list as readonly unknown[]
  if (Array.isArray(list)) report({ ...at, list: member, fault: 'tooMany' })
  else report({ ...at, fault: list === undefined ? 'missing' : 'notAList', member })
  return []
}

function textOf(object: Members, member: string, at: FaultPlace, report: Report): string | undefined {
  const text = object[member]
  if (typeof text === 'string' && text.trim() !== '' && text.length <= LONGEST_TEXT) return text.trim()
  report({ ...at, fault: text === undefined ? 'missing' : 'notText', member })
  return undefined
}

function dayOf(object: Members, member: string, at: FaultPlace, report: Report): Day | undefined {
  const day = object[member]
  if (typeof day === 'string' && isDay(day)) return day
  report(
    day === undefined ? { ...at, fault: 'missing', member } : { ...at, fault: 'notADay', found: shown(day) },
  )
  return undefined
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands there, short enough for a message. */
const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 30)

function entries(list: readonly object[]): string {
  return list
    .map((entry) => `        ${JSON.stringify(entry).replaceAll('":"', '": "').replaceAll('","', '", "')}`)
    .join(',\n')
}
