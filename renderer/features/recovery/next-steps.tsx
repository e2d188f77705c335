import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Bridge } from '../../../shared/ipc/contract'
import type { Rescued, Survey } from '../../../shared/ipc/recovery'
import { failureText } from '../../i18n'
import type { RecoveryWays } from './recovery-view'
import { rescuingOf, type RescueState } from './rescuing'
import { TaskBar } from './task-bar'

export interface NextStepsProps {
  readonly bridge: Bridge
  readonly ways: RecoveryWays
  /** Null while nothing is known of the folder. */
  readonly survey: Survey | null
  /** While the folder is being checked nothing is exported. */
  readonly isChecking: boolean
  readonly onRestore: () => void
  readonly onChanged: () => void
}

/** What a person can do: take everything out, bring back what lies aside, a backup, the team, the folder itself. */
export function NextSteps({ bridge, ways, survey, isChecking, onRestore, onChanged }: NextStepsProps) {
  const { t } = useTranslation('recovery')
  const { store, begin } = rescuingOf(bridge)
  const rescue = useStore(store)
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      {survey !== null && survey.aside.lacking > 0 && ways.bringBack && (
        <BringBack
          count={survey.aside.lacking}
          disabled={rescue.is === 'running'}
          bringBack={ways.bringBack}
          onDone={onChanged}
        />
      )}
      <Rescue bridge={bridge} state={rescue} isChecking={isChecking} onRescue={() => void begin()} />
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
  readonly disabled: boolean
  readonly bringBack: NonNullable<RecoveryWays['bringBack']>
  readonly onDone: () => void
}

function BringBack({ count, disabled, bringBack, onDone }: BringBackProps) {
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
      <Button variant="contained" color="primary" disabled={busy || disabled} onClick={() => void act()}>
        {t('next.bringBack', { count })}
      </Button>
    </Step>
  )
}

interface RescueProps {
  readonly bridge: Bridge
  readonly state: RescueState
  readonly isChecking: boolean
  readonly onRescue: () => void
}

function Rescue({ bridge, state, isChecking, onRescue }: RescueProps) {
  const { t } = useTranslation('recovery')
  return (
    <Box>
      <Step text={t('next.rescueText')}>
        <Button disabled={isChecking || state.is === 'running'} onClick={onRescue}>
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

function refusalText(
  failure: Extract<RescueState, { is: 'failed' }>['failure'],
  t: ReturnType<typeof useTranslation<'recovery'>>['t'],
): string {
  if (failure.type === 'UnderWay') return t(`underWay.${failure.work}`)
  if (failure.type === 'NotEmpty' || failure.type === 'InsideDataFolder')
    return t(`refused.${failure.type}`, { path: failure.path })
  return failure.type === 'Stopped' ? t('refused.Stopped') : failureText(failure)
}
