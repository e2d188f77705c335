import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useStore } from 'zustand'
import { assertNever } from '../../../shared/kernel/assert-never'
import type { TeamStatus } from '../../../shared/team'
import { clockTime, whenText } from '../../i18n'
import { useServices, useTeam } from '../../stores'
import { useOpenMatterCount } from '../conflicts'
import { indicatorOf, type Indicator } from './indicator'

/** How syncing stands, quietly: a dot and a word in the head of the window, the way to the team page. */
export function TeamIndicator() {
  const { t } = useTranslation('team')
  const { clock, arrivals } = useServices()
  const status = useTeam((state) => state.status)
  const coming = useStore(arrivals.store, (state) => state.coming || state.failure !== undefined)
  const indicator = indicatorOf(status, coming)
  if (indicator.shows === 'nothing') return null
  const text = indicatorText(t, indicator)
  return (
    <>
      <OpenConflicts />
      <Tooltip
        title={<Box sx={{ whiteSpace: 'pre-line' }}>{tipLines(t, status, clock.now()).join('\n')}</Box>}
      >
        <Box
          component={Link}
          href="/team"
          aria-label={t('indicator.label', { text })}
          data-team={indicator.shows}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1.5,
            px: 2,
            py: 1,
            borderRadius: 1,
            fontSize: 13,
            whiteSpace: 'nowrap',
            textDecoration: 'none',
            color: indicator.shows === 'attention' ? 'var(--zk-amber-text)' : 'var(--zk-ink-soft)',
            '&:hover': { backgroundColor: 'var(--zk-hover)' },
          }}
        >
          <Box
            component="span"
            aria-hidden
            sx={{ width: 8, height: 8, borderRadius: '50%', flex: 'none', backgroundColor: dotOf(indicator) }}
          />
          {text}
        </Box>
      </Tooltip>
    </>
  )
}

/** What waits for a decision, wherever one is: a way there. */
function OpenConflicts() {
  const { t } = useTranslation('team')
  const count = useOpenMatterCount()
  if (count === 0) return null
  return (
    <Box
      component={Link}
      href="/conflicts"
      aria-label={t('indicator.conflictsLabel', { count })}
      sx={{
        px: 2,
        py: 1,
        borderRadius: 1,
        fontSize: 13,
        whiteSpace: 'nowrap',
        textDecoration: 'none',
        color: 'var(--zk-amber-text)',
        bgcolor: 'var(--zk-amber-soft)',
      }}
    >
      {t('indicator.conflicts', { count })}
    </Box>
  )
}

function dotOf({ shows }: Indicator): string {
  switch (shows) {
    case 'attention':
      return 'var(--zk-amber-text)'
    case 'synced':
      return 'var(--zk-green-text)'
    case 'fetching':
    case 'syncing':
    case 'unsent':
      return 'var(--zk-blue-text)'
    case 'nothing':
    case 'offline':
    case 'waiting':
    case 'never':
      return 'var(--zk-ink-soft)'
    default:
      return assertNever(shows)
  }
}

function indicatorText(t: TFunction<'team'>, indicator: Indicator): string {
  switch (indicator.shows) {
    case 'nothing':
      return ''
    case 'synced':
      return t('indicator.synced', { time: clockTime(indicator.at) })
    case 'unsent':
      return t('indicator.unsent', { count: indicator.count })
    case 'fetching':
      return t('indicator.fetching', { done: indicator.done, total: indicator.total })
    case 'attention':
    case 'offline':
    case 'waiting':
    case 'syncing':
    case 'never':
      return t(`indicator.${indicator.shows}`)
    default:
      return assertNever(indicator)
  }
}

/** What there is to know beyond the word. */
function tipLines(t: TFunction<'team'>, status: TeamStatus, now: number): readonly string[] {
  const { team, activity, problems, self } = status
  const requests = status.requests.filter(({ device }) => device !== self?.device)
  const { lastSync, unsent, arrived } = activity
  return [
    t('indicator.tipTeam', { name: team?.name ?? '' }),
    lastSync === null ? t('indicator.tipNever') : t('indicator.tipLast', { when: whenText(lastSync, now) }),
    unsent > 0 ? t('indicator.tipUnsent', { count: unsent }) : t('indicator.tipAllSent'),
    ...(arrived > 0 ? [t('indicator.tipArrived', { count: arrived })] : []),
    ...(problems.length > 0 ? [t('indicator.tipProblems', { count: problems.length })] : []),
    ...(requests.length > 0 ? [t('indicator.tipRequests', { count: requests.length })] : []),
  ]
}
