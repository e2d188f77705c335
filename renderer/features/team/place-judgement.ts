import { assertNever } from '../../../shared/kernel/assert-never'
import type { TeamPlace } from '../../../shared/team'

/** What a folder is wanted for. */
export type Purpose = 'found' | 'join' | 'move'

export interface Judgement {
  /** The next step may be done with it. */
  readonly fits: boolean
  /** Key of its words in `team:place`. */
  readonly words: PlaceWords
}

export type PlaceWords =
  | 'empty'
  | 'emptyToJoin'
  | 'emptyToMove'
  | 'team'
  | 'isTeam'
  | 'newerTeam'
  | 'begun'
  | 'begunToMove'
  | 'damagedMark'
  | 'dataFolder'
  | 'other'

/** Whether a place serves a purpose, and what is said of it. Whether a team is the right one, `team:move` itself says. */
export function judgePlace(place: TeamPlace, purpose: Purpose): Judgement {
  switch (place.is) {
    case 'empty':
      if (purpose === 'join') return { fits: false, words: 'emptyToJoin' }
      return { fits: true, words: purpose === 'move' ? 'emptyToMove' : 'empty' }
    case 'team':
      return purpose === 'found' ? { fits: false, words: 'isTeam' } : { fits: true, words: 'team' }
    case 'begun':
      return purpose === 'move' ? { fits: true, words: 'begunToMove' } : { fits: false, words: 'begun' }
    case 'newerTeam':
    case 'damagedMark':
    case 'dataFolder':
    case 'other':
      return { fits: false, words: place.is }
    default:
      return assertNever(place)
  }
}
