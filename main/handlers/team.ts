import type { TeamCalls } from '../../shared/ipc/team'
import type { Handlers } from '../ipc/answer'
import type { TeamSession } from '../../node/team/session/team-session'

/** The team folder: the session of this run does all of it. */
export function teamHandlers(team: TeamSession): Pick<Handlers, keyof TeamCalls> {
  return {
    'team:status': () => team.status(),
    'team:look': ({ path }) => team.look(path),
    'team:opens': ({ path, passphrase }) => team.opens(path, passphrase),
    'team:found': (input) => team.found(input),
    'team:join': (input) => team.join(input),
    'team:suggestData': ({ name }) => team.suggestData(name),
    'team:admit': (input) => team.admit(input),
    'team:remove': ({ device }) => team.remove(device),
    'team:leave': () => team.leave(),
    'team:move': ({ path }) => team.move(path),
    'team:syncNow': () => team.syncNow(),
    'team:recoveryCode': () => team.recoveryCode(),
    'team:takeOver': ({ recoveryCode }) => team.takeOver(recoveryCode),
    'team:refill': () => team.refill(),
    'team:rename': ({ computer }) => team.rename(computer),
    'team:person': ({ name }) => {
      team.person(name)
      return null
    },
  }
}
