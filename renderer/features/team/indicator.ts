import { assertNever } from '../../../shared/kernel/assert-never'
import type { TeamProblem, TeamStatus } from '../../../shared/team'

/** What the head of the window says of the team, in a word. */
export type Indicator =
  | { readonly shows: 'nothing' | 'attention' | 'offline' | 'waiting' | 'syncing' | 'never' }
  | { readonly shows: 'fetching'; readonly done: number; readonly total: number }
  | { readonly shows: 'unsent'; readonly count: number }
  /** Milliseconds since 1970. */
  | { readonly shows: 'synced'; readonly at: number }

/**
 * note: good to know, and it mends itself or harms nothing; attention: without a person it does not get better. Being
 * offline is everyday life with a stick or a laptop.
 */
export function gravityOf(problem: TeamProblem): 'note' | 'attention' {
  switch (problem.problem) {
    case 'offline':
    case 'waitingForAdmission':
    case 'copiedComputer':
    case 'foundingFinished':
    case 'stuck':
    case 'notAdmitted':
    case 'conflictCopies':
    case 'moreRequests':
      return 'note'
    case 'emptied':
    case 'otherTeam':
    case 'newerFolder':
    case 'markForged':
    case 'readOnlyFolder':
    case 'folderFull':
    case 'diskFull':
    case 'removedFromTeam':
    case 'keysLost':
    case 'clockSkew':
    case 'sameKey':
    case 'refused':
    case 'leftBehind':
    case 'needsNewerProgram':
    case 'failed':
      return 'attention'
    default:
      return assertNever(problem)
  }
}

/** The most urgent thing that there is to say. `coming`: something of others is not in the views yet. */
export function indicatorOf(status: TeamStatus, coming: boolean): Indicator {
  const { standing, team, activity, problems, requests } = status
  if (standing === 'none') return { shows: 'nothing' }
  const asked = requests.length > 0 && team?.holdsSeal === true
  if (asked || problems.some((problem) => gravityOf(problem) === 'attention')) return { shows: 'attention' }
  if (activity.state === 'offline') return { shows: 'offline' }
  if (activity.fetching) return { shows: 'fetching', ...activity.fetching }
  if (problems.some(({ problem }) => problem === 'waitingForAdmission')) return { shows: 'waiting' }
  if (activity.unsent > 0) return { shows: 'unsent', count: activity.unsent }
  if (coming) return { shows: 'syncing' }
  if (activity.lastSync !== null) return { shows: 'synced', at: activity.lastSync }
  return { shows: activity.state === 'syncing' ? 'syncing' : 'never' }
}
