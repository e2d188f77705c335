import { assertNever } from '../../../shared/kernel/assert-never'
import type { TeamProblem } from '../../../shared/team'

/** What a button beside a problem does. */
export type ProblemAct = 'syncNow' | 'move' | 'leave' | 'showCode' | 'refill'

/** What a person can do about a problem here; nothing where waiting, another computer or another program mends it. */
export function actsOf(problem: TeamProblem): readonly ProblemAct[] {
  switch (problem.problem) {
    case 'offline':
      return ['syncNow', 'move']
    case 'emptied':
      return ['syncNow', 'move', 'refill']
    case 'otherTeam':
    case 'markForged':
      return ['move']
    case 'readOnlyFolder':
    case 'folderFull':
    case 'diskFull':
    case 'waitingForAdmission':
    case 'stuck':
    case 'failed':
      return ['syncNow']
    case 'removedFromTeam':
      return ['leave']
    case 'foundingFinished':
      return ['showCode']
    case 'keysLost':
    case 'newerFolder':
    case 'clockSkew':
    case 'copiedComputer':
    case 'sameKey':
    case 'refused':
    case 'needsNewerProgram':
    case 'notAdmitted':
    case 'conflictCopies':
    case 'moreRequests':
    case 'leftBehind':
      return []
    default:
      return assertNever(problem)
  }
}
