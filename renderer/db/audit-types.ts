import type { PersonRef } from '../../shared/forms/values'
import type { Dot } from '../../shared/store/change'
import type { HistoryStep, RecordState } from './records-types'

/** What a change is about. `form`: the firm's settings of a form; `other`: what a newer program wrote, or what was destroyed. */
export const auditKinds = ['record', 'customer', 'staff', 'firm', 'form', 'other'] as const
export type AuditKind = (typeof auditKinds)[number]

/** The place of a change in the list, newest first: clock, then where it stands in the journals. */
export type AuditKey = readonly [ms: number, stream: string, at: number]

export interface AuditQuery {
  readonly kinds?: readonly AuditKind[]
  /** Id or name of who was working. */
  readonly person?: string
  readonly writer?: string
  readonly templateCode?: string
  /** Milliseconds since 1970: from this moment on, and before that one. */
  readonly from?: number
  readonly until?: number
  /** Every word occurs in number, name of the customer or what was written. */
  readonly text?: string
  /** The lines behind this one. */
  readonly after?: AuditKey
  readonly limit: number
}

/** One change of anything. */
export interface AuditLine {
  readonly key: AuditKey
  readonly dot: Dot
  /** Milliseconds since 1970. */
  readonly at: number
  readonly person?: PersonRef
  readonly writer: string
  readonly kind: AuditKind
  readonly id: string
  /** Form of a record or of a firm's settings of it; empty for all else. */
  readonly templateCode: string
  /** Number of a record as it is now; empty when it has none. */
  readonly number: string
  /** Name of the customer or member of staff; of a record what its list shows. */
  readonly title: string
  readonly state?: RecordState
  readonly steps: readonly HistoryStep[]
}

export interface AuditPage {
  readonly lines: readonly AuditLine[]
  /** Where to go on; absent when everything was looked through. A page with fewer lines than asked for may have one. */
  readonly next?: AuditKey
}

export interface Audit {
  /** Looks through some thousands of changes at most; what is not found in them is on the pages behind. */
  readonly page: (query: AuditQuery) => Promise<AuditPage>
  /** The newest change; undefined in an empty folder. */
  readonly newest: () => Promise<AuditKey | undefined>
  /** Every writer of this folder. */
  readonly writers: () => Promise<readonly string[]>
}
