import { useTranslation } from 'react-i18next'
import { isTeamFailure, failureText, teamFailureText, type Failure } from '../../i18n'
import { useServices, type TeamAct } from '../../stores'
import { useNotices } from '../../ui'
import type { Calls } from '../../../shared/ipc/contract'
import type { TeamFailure } from '../../../shared/team'

/** The words of everything that can go wrong with the team's calls. */
export const actFailureText = (failure: TeamFailure | Failure): string =>
  isTeamFailure(failure) ? teamFailureText(failure) : failureText(failure)

/** Of this topic only the newest failure is shown, and a success takes it away. */
const TOPIC = 'team'

/** Does one thing about the team and tells how it went; answers whether it was done. */
export function useTeamActs() {
  const { t } = useTranslation('team')
  const { team, bridge } = useServices()
  const notices = useNotices()

  const run = async <N extends TeamAct>(name: N, input: Calls[N]['in'], done?: string): Promise<boolean> => {
    const result = await team.act(name, input)
    if (!result.ok) {
      notices.warn(actFailureText(result.error), TOPIC)
      return false
    }
    notices.settle(TOPIC)
    if (done !== undefined) notices.tell(done)
    return true
  }
  return {
    run,
    syncNow: () => run('team:syncNow', null, t('page.synced')),
    chooseFolder: async (title: string): Promise<string | null> =>
      (await bridge.call('folder:choose', { title })).path,
  }
}
