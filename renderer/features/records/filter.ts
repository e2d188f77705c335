import type { RecordQuery, RecordState } from '../../db'

export const periods = ['all', 'today', 'week', 'month', 'year', 'own'] as const
export type Period = (typeof periods)[number]

/** What the bar above the list is set to. */
export interface Filter {
  readonly text: string
  /** Empty: every form. */
  readonly code: string
  readonly state: RecordState | 'any'
  readonly period: Period
  /** First and last day of one's own period, `2026-01-05`; empty is open. */
  readonly from: string
  readonly to: string
}

export const noFilter: Filter = { text: '', code: '', state: 'any', period: 'all', from: '', to: '' }

/** The question to the working copy; `today` as `2026-01-05`. */
export function queryOf(filter: Filter, today: string, limit: number): RecordQuery {
  const { from, to } = daysOf(filter, today)
  const text = filter.text.trim()
  return {
    limit,
    ...(filter.code === '' ? {} : { templateCode: filter.code }),
    ...(filter.state === 'any' ? {} : { states: [filter.state] }),
    ...(text === '' ? {} : { text }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  }
}

/** First and last day of the period that holds today; weeks begin on Monday. */
function daysOf({ period, from, to }: Filter, today: string): { readonly from: string; readonly to: string } {
  switch (period) {
    case 'all':
      return { from: '', to: '' }
    case 'today':
      return { from: today, to: today }
    case 'week':
      return {
        from: addDays(today, -((dayOfWeek(today) + 6) % 7)),
        to: addDays(today, (7 - dayOfWeek(today)) % 7),
      }
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: `${today.slice(0, 7)}-31` }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }
    case 'own':
      return { from, to }
  }
}

/** 0 is Sunday. Days are counted in UTC, where none is shorter than another. */
function dayOfWeek(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/** Nothing is left out. */
export const isWideOpen = (filter: Filter): boolean =>
  filter.text.trim() === '' && filter.state === 'any' && filter.period === 'all'
