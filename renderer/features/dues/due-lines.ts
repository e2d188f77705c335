import { dueState, type DueState } from '../../../shared/forms/due'
import type { Day } from '../../../shared/kernel/dates'
import type { Calendar } from '../../../shared/kernel/working-days'
import type { OpenDue } from '../../../shared/search/list-query'

/** A day to be kept, and how it stands today. */
export interface DueLine extends OpenDue {
  readonly state: DueState
  /** How many it is overdue, or how many are left. */
  readonly workdays: number
  /** The government's calendar reaches so far. */
  readonly known: boolean
}

export const dueStates = ['overdue', 'today', 'soon', 'later'] as const satisfies readonly DueState[]

/** How each day stands, in their order: the earliest first, so that what is overdue longest stands above. */
export const judge = (
  dues: readonly OpenDue[],
  today: Day,
  calendar: Pick<Calendar, 'workdaysBetween'>,
): readonly DueLine[] => dues.map((due) => ({ ...due, ...dueState(due.on, today, calendar) }))

export type DueCounts = Readonly<Record<DueState, number>>

export function countDues(lines: readonly DueLine[]): DueCounts {
  const counts = { overdue: 0, today: 0, soon: 0, later: 0 }
  for (const { state } of lines) counts[state] += 1
  return counts
}

/** The first state that has something, the most urgent first. */
export const mostUrgent = (counts: DueCounts): DueState =>
  dueStates.find((state) => counts[state] > 0) ?? 'overdue'

/** The first lines of one state for a short list: the earliest day first, as everywhere, so that nothing is forgotten. */
export function firstOf(lines: readonly DueLine[], state: DueState, count: number): readonly DueLine[] {
  return lines.filter((line) => line.state === state).slice(0, count)
}

/** A line of the page: the head of a day, or one thing that is due on it. */
export type DuePageLine =
  | {
      readonly line: 'day'
      readonly on: Day
      readonly count: number
      readonly state: DueState
      readonly workdays: number
    }
  | { readonly line: 'due'; readonly due: DueLine }

/** Lines in the order of their days, each day with its head. */
export function byDay(lines: readonly DueLine[]): readonly DuePageLine[] {
  const counts = new Map<Day, number>()
  for (const { on } of lines) counts.set(on, (counts.get(on) ?? 0) + 1)
  return lines.flatMap((due, at): readonly DuePageLine[] => {
    const { on, state, workdays } = due
    const own = { line: 'due', due } as const
    return lines[at - 1]?.on === on
      ? [own]
      : [{ line: 'day', on, count: counts.get(on) ?? 0, state, workdays }, own]
  })
}

/** The line behind this one, or the one before it where it is the last. */
export function behind(lines: readonly DueLine[], due: DueLine): DueLine | undefined {
  const at = lines.indexOf(due)
  return lines[at + 1] ?? lines[at - 1]
}

export const keyOf = ({ id, at }: Pick<OpenDue, 'id' | 'at'>): string => `${id} ${at}`

/** The record, with the keyboard in the field that is due. */
export const placeOf = ({ id, at }: Pick<OpenDue, 'id' | 'at'>): string =>
  `/record/${id}/at/${encodeURIComponent(at)}`
