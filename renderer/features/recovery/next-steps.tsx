import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bridge } from '../../../shared/ipc/contract'
import type { Rescued, RescueFailure, Survey } from '../../../shared/ipc/recovery'
import { failureText } from '../../i18n'
import type { RecoveryWays } from './recovery-view'
import { TaskBar } from './task-bar'

export interface NextStepsProps {
  readonly bridge: Bridge
  readonly ways: RecoveryWays
  /** Null while nothing is known of the folder. */
  readonly survey: Survey | null
  readonly onRestore: () => void
  readonly onChanged: () => void
}

/** What a person can do: take everything out, bring back what lies aside, a backup, the team, the folder itself. */
export function NextSteps({ bridge, ways, survey, onRestore, onChanged }: NextStepsProps) {
  const { t } = useTranslation('recovery')
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      {survey !== null && survey.aside.lacking > 0 && ways.bringBack && (
        <BringBack count={survey.aside.lacking} bringBack={ways.bringBack} onDone={onChanged} />
      )}
      <Rescue bridge={bridge} />
      <Step text={t('next.restoreText')}>
        <Button onClick={onRestore}>{t('next.restore')}</Button>
      </Step>
      {ways.team && (
        <Step text={t('next.teamText')}>
          <Button onClick={ways.team}>{t('next.team')}</Button>
        </Step>
      )}
      <Step text={t('next.folderText')}>
        <Button onClick={() => void bridge.call('folder:show', null)}>{t('next.folder')}</Button>
      </Step>
    </Box>
  )
}

function Step({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <Box>
      {children}
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1, textWrap: 'pretty' }}>
        {text}
      </Typography>
    </Box>
  )
}

interface BringBackProps {
  readonly count: number
  readonly bringBack: NonNullable<RecoveryWays['bringBack']>
  readonly onDone: () => void
}

function BringBack({ count, bringBack, onDone }: BringBackProps) {
  const { t } = useTranslation('recovery')
  const [busy, setBusy] = useState(false)
  const act = async () => {
    setBusy(true)
    await bringBack()
    setBusy(false)
    onDone()
  }
  return (
    <Step text={t('next.bringBackText')}>
      <Button variant="contained" color="primary" disabled={busy} onClick={() => void act()}>
        {t('next.bringBack', { count })}
      </Button>
    </Step>
  )
}

type RescueState =
  | { readonly is: 'idle' }
  | { readonly is: 'running' }
  | { readonly is: 'done'; readonly rescued: Rescued }
  | { readonly is: 'failed'; readonly failure: RescueFailure }

function Rescue({ bridge }: { readonly bridge: Bridge }) {
  const { t } = useTranslation('recovery')
  const [state, setState] = useState<RescueState>({ is: 'idle' })
  const rescue = async () => {
    setState({ is: 'running' })
    const result = await bridge.call('recovery:rescue', null)
    if (!result.ok) setState({ is: 'failed', failure: result.error })
    else setState(result.value === null ? { is: 'idle' } : { is: 'done', rescued: result.value })
  }
  return (
    <Box>
      <Step text={t('next.rescueText')}>
        <Button disabled={state.is === 'running'} onClick={() => void rescue()}>
          {t('next.rescue')}
        </Button>
      </Step>
      {state.is === 'running' && <TaskBar bridge={bridge} task="rescue" label={t('next.rescuing')} />}
      {state.is === 'failed' && (
        <Typography role="alert" variant="body2" data-selectable sx={{ mt: 2, color: 'var(--zk-seal-text)' }}>
          {refusalText(state.failure, t)}
        </Typography>
      )}
      {state.is === 'done' && <RescuedLine bridge={bridge} rescued={state.rescued} />}
    </Box>
  )
}

function RescuedLine({ bridge, rescued }: { readonly bridge: Bridge; readonly rescued: Rescued }) {
  const { t } = useTranslation('recovery')
  const { customers, records, attachments, folder, lacking } = rescued
  const isWhole = Object.values(lacking).every((count) => count === 0)
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'flex-start', gap: 3, mt: 2 }}>
      <Typography
        variant="body2"
        data-selectable
        sx={{ flex: 1, overflowWrap: 'anywhere', color: 'var(--zk-green-text)' }}
      >
        {t('next.rescued', { customers, records, attachments, folder })}
        <Box component="span" sx={isWhole ? {} : { color: 'var(--zk-amber-text)' }}>
          {t(isWhole ? 'next.rescuedWhole' : 'next.rescuedLacking')}
        </Box>
      </Typography>
      <Button onClick={() => void bridge.call('recovery:show', null)}>{t('next.show')}</Button>
    </Box>
  )
}

function refusalText(failure: RescueFailure, t: ReturnType<typeof useTranslation<'recovery'>>['t']): string {
  if (failure.type === 'NotEmpty' || failure.type === 'InsideDataFolder')
    return t(`refused.${failure.type}`, { path: failure.path })
  return failure.type === 'Stopped' ? t('refused.Stopped') : failureText(failure)
}
