import type { TeamFailure } from '../../../shared/team'
import type { PassFailure } from '../sync/steps'
import type { TeamDesk } from '../sync/team-desk'

/** Tells why a pass stopped. Answers what the indicator shows from then on. */
export function tellFailure({ told, keys }: TeamDesk, failure: PassFailure): 'idle' | 'offline' {
  const { path } = keys
  if (failure.of === 'disk') {
    told.say(
      failure.failure.type === 'DiskFull'
        ? { problem: 'diskFull', path: failure.failure.path }
        : { problem: 'failed', reason: failure.failure.type },
    )
    return 'idle'
  }
  switch (failure.failure.type) {
    case 'Unreachable':
    case 'NotFound':
      told.say({ problem: 'offline', path })
      return 'offline'
    case 'Full':
      told.say({ problem: 'folderFull', path })
      return 'idle'
    case 'ReadOnly':
      told.say({ problem: 'readOnlyFolder', path })
      return 'idle'
    case 'Taken':
    case 'TooLarge':
      told.say({ problem: 'failed', reason: failure.failure.type })
      return 'idle'
    case 'Failed':
      told.say({ problem: 'failed', reason: failure.failure.reason })
      return 'idle'
  }
}

/** Why a folder that was reached is not this team's now, from what the pass told of its mark. */
export function markFailure({ told, keys }: TeamDesk): TeamFailure {
  const { path } = keys
  for (const said of told.problems) {
    if (said.problem === 'otherTeam') return { type: 'OtherTeam', path, name: said.name }
    if (said.problem === 'newerFolder') return { type: 'NewerTeam', format: said.format }
    if (said.problem === 'markForged') return { type: 'MarkDamaged', path }
  }
  return { type: 'NotATeamFolder', path }
}
