import { auditKinds, type AuditKind, type AuditQuery } from '../../db'

/** What the bar above the audit list is set to; empty texts leave nothing out. */
export interface AuditFilter {
  readonly text: string
  readonly kind: AuditKind | 'any'
  readonly person: string
  readonly writer: string
  readonly code: string
  /** First and last day, `2026-01-05`. */
  readonly from: string
  readonly to: string
}

export const noFilter: AuditFilter = {
  text: '',
  kind: 'any',
  person: '',
  writer: '',
  code: '',
  from: '',
  to: '',
}

export const kindChoices = ['any', ...auditKinds] as const

/** Nothing is left out. */
export const isWideOpen = (filter: AuditFilter): boolean =>
  (Object.keys(noFilter) as readonly (keyof AuditFilter)[]).every(
    (key) => filter[key].trim() === noFilter[key],
  )

/** The question to the working copy; days are those of this computer's time zone. */
export function queryOf(filter: AuditFilter, limit: number): AuditQuery {
  const { text, kind, person, writer, code } = filter
  const from = dayStart(filter.from, 0)
  const until = dayStart(filter.to, 1)
  return {
    limit,
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(kind === 'any' ? {} : { kinds: [kind] }),
    ...(person === '' ? {} : { person }),
    ...(writer === '' ? {} : { writer }),
    ...(code === '' ? {} : { templateCode: code }),
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
  }
}

/** Milliseconds since 1970 at which a day, or one some days later, begins here; null for none. */
function dayStart(day: string, later: number): number | null {
  const match = /^(\d{4,6})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) return null
  const ms = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]) + later).getTime()
  return Number.isFinite(ms) ? ms : null
}
