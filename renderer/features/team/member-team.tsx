import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { whenText } from '../../i18n'
import { useServices, useTeam } from '../../stores'
import { AskDialog, Panel, Section, useNotices } from '../../ui'
import type { TeamActivity, TeamComputer } from '../../../shared/team'
import { MembersTable } from './members-table'
import { MoveDialog } from './move-dialog'
import { ProblemList } from './problem-list'
import type { ProblemAct } from './problem-act'
import { RequestsList } from './requests-list'
import { TextDialog } from './text-dialog'
import { actFailureText, useTeamActs } from './use-team-acts'

type Asked =
  | { readonly ask: 'move' | 'leave' | 'rename' | 'takeOver' | 'refill' }
  | { readonly ask: 'remove'; readonly computer: TeamComputer }

/** The team as this computer knows it: what needs a person, where the folder is, who is in it. */
export function MemberTeam({ onCode }: { readonly onCode: (code: string) => void }) {
  const { t } = useTranslation('team')
  const { team: store } = useServices()
  const status = useTeam((state) => state.status)
  const acting = useTeam((state) => state.acting)
  const notices = useNotices()
  const { run, syncNow } = useTeamActs()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { team, self, activity, problems, requests, members } = status
  const busy = acting !== null
  const close = () => {
    setAsked(null)
  }
  const onProblem = (act: ProblemAct) => {
    if (act === 'syncNow') void syncNow()
    else if (act === 'showCode') void showCode()
    else setAsked({ ask: act })
  }
  const showCode = async () => {
    const done = await store.act('team:recoveryCode', null)
    if (done.ok) onCode(done.value.recoveryCode)
    else notices.warn(actFailureText(done.error))
  }
  if (!team) return null
  return (
    <>
      {problems.length > 0 && (
        <Section title={t('page.problems')}>
          <ProblemList problems={problems} busy={busy} onAct={onProblem} />
        </Section>
      )}
      {requests.length > 0 && (
        <Section title={t('page.requests')}>
          <RequestsList
            status={status}
            busy={busy}
            onAdmit={(admission) => void run('team:admit', admission, t('page.admitted', { ...admission }))}
          />
        </Section>
      )}
      <Section title={t('page.where')}>
        <Panel sx={{ p: 4 }}>
          <Typography data-selectable sx={{ overflowWrap: 'anywhere' }}>
            {team.path}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            {t(team.locked ? 'page.lockedNote' : 'page.openNote')}
          </Typography>
          {status.keysReadable && (
            <Typography variant="body2" sx={{ mt: 2, color: 'var(--zk-amber-text)', textWrap: 'pretty' }}>
              {t('page.keysReadable')}
            </Typography>
          )}
          <Activity activity={activity} />
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 3 }}>
            <Button disabled={busy || activity.state === 'syncing'} onClick={() => void syncNow()}>
              {t('act.syncNow')}
            </Button>
            <Button
              disabled={busy}
              onClick={() => {
                setAsked({ ask: 'move' })
              }}
            >
              {t('act.move')}
            </Button>
          </Box>
        </Panel>
      </Section>
      <Section title={t('page.members')} note={t('page.membersNote', { count: members.length })}>
        <MembersTable
          status={status}
          busy={busy}
          onRemove={(computer) => {
            setAsked({ ask: 'remove', computer })
          }}
        />
      </Section>
      <Section title={t('page.more')}>
        <Panel sx={{ p: 4, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <Button
            disabled={busy}
            onClick={() => {
              setAsked({ ask: 'rename' })
            }}
          >
            {t('page.rename')}
          </Button>
          {team.holdsSeal ? (
            <Button disabled={busy} onClick={() => void showCode()}>
              {t('page.showCode')}
            </Button>
          ) : (
            <Button
              disabled={busy}
              onClick={() => {
                setAsked({ ask: 'takeOver' })
              }}
            >
              {t('page.takeOver')}
            </Button>
          )}
          <Box sx={{ flex: 1 }} />
          <Button
            disabled={busy}
            onClick={() => {
              setAsked({ ask: 'leave' })
            }}
          >
            {t('act.leave')}
          </Button>
        </Panel>
      </Section>
      {asked?.ask === 'move' && <MoveDialog onClose={close} />}
      {asked?.ask === 'rename' && (
        <TextDialog
          title={t('page.renameTitle')}
          label={t('wizard.computer')}
          before={self?.name ?? ''}
          most={60}
          onText={(computer) => run('team:rename', { computer }, t('page.renamed', { name: computer }))}
          onClose={close}
        />
      )}
      {asked?.ask === 'takeOver' && (
        <TextDialog
          title={t('page.takeOverTitle')}
          text={t('page.takeOverText')}
          label={t('page.takeOverCode')}
          before=""
          most={500}
          onText={(recoveryCode) => run('team:takeOver', { recoveryCode }, t('page.takenOver'))}
          onClose={close}
        />
      )}
      {asked?.ask === 'remove' && (
        <AskDialog
          title={t('page.removeTitle', { name: asked.computer.name })}
          text={t('page.removeText')}
          yes={t('page.remove')}
          final
          onYes={() => {
            const { device, name } = asked.computer
            close()
            void run('team:remove', { device }, t('page.removedDone', { name }))
          }}
          onNo={close}
        />
      )}
      {asked?.ask === 'refill' && (
        <AskDialog
          title={t('page.refillTitle')}
          text={t('page.refillText', { path: team.path })}
          yes={t('page.refill')}
          final
          onYes={() => {
            close()
            void run('team:refill', null, t('page.refilled'))
          }}
          onNo={close}
        />
      )}
      {asked?.ask === 'leave' && (
        <AskDialog
          title={t('page.leaveTitle')}
          text={[
            t('page.leaveText'),
            ...(team.holdsSeal ? [t('page.leaveSeal')] : []),
            ...(activity.unsent > 0 ? [t('page.leaveUnsent', { count: activity.unsent })] : []),
          ].join(' ')}
          yes={t('page.leave')}
          final
          onYes={() => {
            close()
            void run('team:leave', null, t('page.left'))
          }}
          onNo={close}
        />
      )}
    </>
  )
}

/** How syncing stands, in a line, and how far a long one has come. */
function Activity({ activity }: { readonly activity: TeamActivity }) {
  const { t } = useTranslation('team')
  const { clock } = useServices()
  const { state, lastSync, unsent, arrived, fetching } = activity
  const lines = [
    t(`page.${state}`),
    lastSync === null
      ? t('indicator.tipNever')
      : t('indicator.tipLast', { when: whenText(lastSync, clock.now()) }),
    unsent > 0 ? t('indicator.tipUnsent', { count: unsent }) : t('indicator.tipAllSent'),
    ...(arrived > 0 ? [t('indicator.tipArrived', { count: arrived })] : []),
  ]
  return (
    <Box role="status" aria-label={t('page.state')} sx={{ mt: 3, fontSize: 13 }}>
      {lines.join(' · ')}
      {fetching && (
        <LinearProgress
          aria-label={t('page.fetching')}
          variant="determinate"
          value={fetching.total > 0 ? (100 * fetching.done) / fetching.total : 0}
          sx={{ mt: 2 }}
        />
      )}
    </Box>
  )
}
