import type { PersonRef } from '../../shared/forms/values'
import type { JournalFailure } from '../../shared/ipc/contract'
import { readCalendarYear, writeCalendarYear } from '../../shared/kernel/calendar-file'
import { shippedCalendar, shippedYears } from '../../shared/kernel/chinese-holidays'
import { ok, type Result } from '../../shared/kernel/result'
import { calendarOf, mergeYears, type Calendar, type CalendarYear } from '../../shared/kernel/working-days'
import { survivorsAt, valuesOf, type Edit, type EntityState } from '../../shared/store'
import { FIRM } from './firm'
import { append, currentState, type Desk } from './journal'
import type { Written } from './records-types'

/** The firm's calendar of working days, on every computer of it: the program's years, and over them its own. [ST33] */
export interface CalendarRepository {
  readonly current: () => Promise<Calendar>
  /** Years that the firm took from a file, in their order. */
  readonly own: () => Promise<readonly CalendarYear[]>
  /** Takes years from a file; they replace what the firm had of the same years. */
  readonly save: (years: readonly CalendarYear[], by?: PersonRef) => Promise<Result<Written, JournalFailure>>
  /** Goes back to the program's own year, or to none. */
  readonly drop: (year: number, by?: PersonRef) => Promise<Result<Written, JournalFailure>>
}

const CALENDAR = 'calendar'
const pathOf = (year: number) => [CALENDAR, String(year)] as const

export function calendarRepository(desk: Desk): CalendarRepository {
  const own = async () => ownYears(await currentState(desk, FIRM))
  const write = (wanted: readonly (readonly [number, string | null])[], by: PersonRef | undefined) =>
    desk.inLine(async () => {
      const state = await currentState(desk, FIRM)
      const edits = wanted.flatMap(([year, text]) => editOf(state, year, text) ?? [])
      if (edits.length === 0) return ok({ viewed: true })
      const written = await append(desk, [{ entity: FIRM, edits, ...(by ? { person: by } : {}) }])
      return written.ok ? ok({ viewed: written.value.viewed }) : written
    })
  return {
    current: async () => {
      const years = await own()
      if (years.length === 0) return shippedCalendar()
      return calendarOf(mergeYears(shippedYears(), years), shippedYears())
    },
    own,
    save: (years, by) =>
      write(
        years.map((year) => [year.year, writeCalendarYear(year)]),
        by,
      ),
    drop: (year, by) => write([[year, null]], by),
  }
}

function ownYears(state: EntityState | null): readonly CalendarYear[] {
  const texts = state ? (valuesOf(state).values.matrices[CALENDAR] ?? {}) : {}
  return Object.entries(texts)
    .flatMap(([key, text]) => {
      const year = readCalendarYear(text)
      return year && String(year.year) === key ? [year] : []
    })
    .sort((a, b) => a.year - b.year)
}

/** Null where it stands so already. */
function editOf(state: EntityState | null, year: number, text: string | null): Edit | null {
  const standing = state ? survivorsAt(state, pathOf(year)) : []
  const [only, ...more] = standing
  if (more.length === 0 && (only?.value ?? null) === text) return null
  return { op: 'set', path: pathOf(year), value: text, over: standing.map(({ dot }) => dot) }
}
