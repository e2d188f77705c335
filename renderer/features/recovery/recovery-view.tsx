import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Bridge } from '../../../shared/ipc/contract'
import type { ToldEntry } from '../../../shared/ipc/recovery'
import { failureText } from '../../i18n'
import { Panel, Section } from '../../ui'
import { RestoreWizard } from '../restore'
import { isDeed } from './model'
import { rescuingOf } from './rescuing'
import { NextSteps } from './next-steps'
import { SurveyResult } from './survey-result'
import { TaskBar } from './task-bar'
import { ToldList } from './told-list'
import { useSurvey } from './use-survey'

/** Ways on from here, where there are any: not all of them are there before the program has started. */
export interface RecoveryWays {
  readonly team?: () => void
  /** Writes what lies aside into the journal again, and lets the working copy follow. */
  readonly bringBack?: () => Promise<void>
}

export interface RecoveryViewProps {
  readonly bridge: Bridge
  /** Milliseconds since 1970. */
  readonly now: number
  readonly ways: RecoveryWays
}

/** Deeds of the program that are listed: the latest ones. */
const MOST_DEEDS = 10

/** What is whole, what is not, what was done and what can be done. It needs nothing but the main process. */
export function RecoveryView({ bridge, now, ways }: RecoveryViewProps) {
  const { t } = useTranslation('recovery')
  const { state, check } = useSurvey(bridge)
  const isRescuing = useStore(rescuingOf(bridge).store, ({ is }) => is === 'running')
  const isChecking = state.is === 'running' || state.is === 'waiting'
  const told = useTold(bridge, state.is)
  const [restoring, setRestoring] = useState(false)
  return (
    <>
      <Section
        title={t('check.title')}
        actions={
          !isChecking && (
            <Button onClick={check} disabled={isRescuing} autoFocus>
              {t('check.start')}
            </Button>
          )
        }
      >
        <Panel sx={{ p: 4 }}>
          {state.is === 'running' && (
            <>
              <Typography variant="body2" color="textSecondary">
                {t('check.text')}
              </Typography>
              <TaskBar bridge={bridge} task="check" label={t('check.running')} />
            </>
          )}
          {state.is === 'waiting' && (
            <Typography variant="body2" color="textSecondary">
              {t('check.waiting')}
            </Typography>
          )}
          {state.is === 'done' && <SurveyResult survey={state.survey} />}
          {state.is === 'failed' && (
            <Typography role="alert" data-selectable sx={{ overflowWrap: 'anywhere' }}>
              {state.failure.type === 'Stopped'
                ? t('check.stopped')
                : state.failure.type === 'UnderWay'
                  ? t(`underWay.${state.failure.work}`)
                  : failureText(state.failure)}
            </Typography>
          )}
        </Panel>
      </Section>
      <Section title={t('next.title')}>
        <Panel sx={{ p: 4 }}>
          <NextSteps
            bridge={bridge}
            ways={ways}
            isChecking={isChecking}
            survey={state.is === 'done' ? state.survey : null}
            onRestore={() => {
              setRestoring(true)
            }}
            onChanged={check}
          />
        </Panel>
      </Section>
      <Section title={t('by.title')}>
        <Panel sx={{ p: 4 }}>
          <ToldList
            entries={told.filter(({ what }) => isDeed(what)).slice(0, MOST_DEEDS)}
            now={now}
            none={t('by.none')}
          />
          <Box sx={{ mt: 3, fontSize: 13, color: 'var(--zk-ink-soft)' }}>{t('by.always')}</Box>
        </Panel>
      </Section>
      <Section title={t('history.title')} note={t('history.note')}>
        <Panel
          sx={{ p: 4, maxHeight: 480, overflow: 'auto' }}
          tabIndex={0}
          role="group"
          aria-label={t('history.title')}
        >
          <ToldList entries={told.filter(({ what }) => !isDeed(what))} now={now} none={t('history.none')} />
        </Panel>
      </Section>
      {restoring && (
        <RestoreWizard
          bridge={bridge}
          now={now}
          onClose={() => {
            setRestoring(false)
          }}
        />
      )}
    </>
  )
}

/** Read again when a check has ended: it may have found something. */
function useTold(bridge: Bridge, state: string): readonly ToldEntry[] {
  const [told, setTold] = useState<readonly ToldEntry[]>([])
  useEffect(() => {
    let current = true
    void bridge.call('recovery:history', null).then((entries) => {
      if (current) setTold(entries)
    })
    return () => {
      current = false
    }
  }, [bridge, state])
  return told
}
