import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { TFunction } from 'i18next'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { teamFailureText } from '../../i18n'
import type { TeamBelow, TeamPlace } from '../../../shared/team'
import { judgePlace, type Purpose } from './place-judgement'
import type { LookedAt } from './use-place'

export interface FolderChoiceProps {
  readonly looked: LookedAt
  readonly purpose: Purpose
  readonly onChoose: () => void
  /** Takes another place: a team folder that lies below the chosen one. */
  readonly onTake?: (path: string) => void
}

/** A chosen folder, and in plain words what stands there and whether it serves. */
export function FolderChoice({ looked, purpose, onChoose, onTake }: FolderChoiceProps) {
  const { t } = useTranslation('team')
  const { state } = looked
  return (
    <Box>
      <Box sx={{ fontSize: 13, color: 'var(--zk-ink-soft)', mb: 1 }}>{t('choose.chosen')}</Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <Typography data-selectable sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {state === 'none' ? t('choose.none') : looked.path}
        </Typography>
        <Button autoFocus disabled={state === 'looking'} onClick={onChoose} sx={{ flex: 'none' }}>
          {t(state === 'none' ? 'choose.pick' : 'choose.again')}
        </Button>
      </Box>
      <Box sx={{ mt: 3, minHeight: 72 }} aria-live="polite">
        {state === 'looking' && <Typography color="textSecondary">{t('choose.looking')}</Typography>}
        {state === 'failed' && <Refused text={teamFailureText(looked.failure)} />}
        {state === 'seen' &&
          (onTake && looked.place.is === 'other' && looked.place.teams ? (
            <TeamsBelow teams={looked.place.teams} onTake={onTake} />
          ) : (
            <PlaceText place={looked.place} purpose={purpose} />
          ))}
      </Box>
    </Box>
  )
}

function PlaceText({ place, purpose }: { readonly place: TeamPlace; readonly purpose: Purpose }) {
  const { t } = useTranslation('team')
  const text = placeText(t, place, purpose)
  if (!judgePlace(place, purpose).fits) return <Refused text={text} />
  return (
    <>
      <Typography sx={{ color: 'var(--zk-green-text)' }}>
        {text} {place.is === 'team' && t(place.locked ? 'place.locked' : 'place.open')}
      </Typography>
      {place.is === 'team' && (
        <>
          <Typography data-selectable sx={{ mt: 2, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
            {t('place.fingerprint', { fingerprint: place.fingerprint })}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {t('place.fingerprintText')}
          </Typography>
        </>
      )}
    </>
  )
}

/** The folder around a team folder was chosen: that one is offered. */
function TeamsBelow({
  teams,
  onTake,
}: {
  readonly teams: readonly TeamBelow[]
  readonly onTake: (path: string) => void
}) {
  const { t } = useTranslation('team')
  const id = useId()
  return teams.map(({ path, name }, at) => (
    <Box key={path} sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 3 }}>
      <Typography
        id={`${id}${String(at)}`}
        data-selectable
        sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {t('place.below', { name, path })}
      </Typography>
      <Button
        sx={{ flex: 'none' }}
        aria-describedby={`${id}${String(at)}`}
        onClick={() => {
          onTake(path)
        }}
      >
        {t('place.takeBelow')}
      </Button>
    </Box>
  ))
}

function placeText(t: TFunction<'team'>, place: TeamPlace, purpose: Purpose): string {
  const { words } = judgePlace(place, purpose)
  switch (place.is) {
    case 'team':
      return words === 'isTeam'
        ? t('place.isTeam', { name: place.name })
        : t('place.team', { name: place.name, count: place.members })
    case 'newerTeam':
      return t('place.newerTeam', { format: place.format })
    case 'other':
      return t('place.other', { count: place.files })
    case 'empty':
      return t(`place.${words === 'emptyToJoin' || words === 'emptyToMove' ? words : 'empty'}`)
    case 'begun':
      return t(words === 'begunToMove' ? 'place.begunToMove' : 'place.begun')
    case 'damagedMark':
    case 'dataFolder':
      return t(`place.${place.is}`)
  }
}

export function Refused({ text }: { readonly text: string }) {
  return (
    <Typography role="alert" data-selectable sx={{ color: 'var(--zk-seal-text)', textWrap: 'pretty' }}>
      {text}
    </Typography>
  )
}
