import type { TeamMark } from '../format/mark'
import type { Roster } from '../format/roster'
import type { TeamRequestBody } from '../format/statements'
import type { FoundNote } from './gather'

/** What is known of the team, from this sitting's passes or from what the data folder keeps; null: nothing yet. */
export interface Seen {
  readonly mark: TeamMark | null
  readonly roster: Roster | null
  readonly requests: readonly TeamRequestBody[]
  readonly notes: ReadonlyMap<string, FoundNote>
}

export const NOTHING_SEEN: Seen = { mark: null, roster: null, requests: [], notes: new Map() }
