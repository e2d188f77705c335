import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useStore } from 'zustand'
import { FirstRunPage } from '../features/first-run'
import { LockGate } from '../features/lock'
import { AheadPage, StartFailurePage, StartingPage } from '../features/start-up'
import { setLanguage } from '../i18n'
import { ServicesProvider, type Services } from '../stores'
import { AppTheme, NoticeArea } from '../ui'
import { useEffect } from 'react'
import { assertNever } from '../../shared/kernel/assert-never'
import type { Bridge, LocalSettings } from '../../shared/ipc/contract'
import type { Clock } from '../../shared/kernel/clock'
import type { StoreApi } from 'zustand/vanilla'
import type { Boot, BootControl } from './boot'
import { ErrorBoundary } from './error-boundary'
import { Frame } from './frame'

export interface AppProps {
  readonly boot: BootControl
  readonly bridge: Bridge
  readonly clock: Clock
  /** What was read before the start; from then on the app store's settings hold. */
  readonly early: StoreApi<{ readonly settings: LocalSettings | null }>
}

export function App({ boot, bridge, clock, early }: AppProps) {
  const state = useStore(boot.store)
  const services = 'services' in state ? state.services : null
  const theme = useTheme(services, early)
  return (
    <AppTheme choice={theme}>
      <NoticeArea>
        <Router hook={useHashLocation}>
          <ErrorBoundary>
            <Phase state={state} boot={boot} bridge={bridge} clock={clock} />
          </ErrorBoundary>
        </Router>
      </NoticeArea>
    </AppTheme>
  )
}

interface PhaseProps extends Omit<AppProps, 'early'> {
  readonly state: Boot
}

function Phase({ state, boot, bridge, clock }: PhaseProps) {
  switch (state.phase) {
    case 'starting':
      return <StartingPage />
    case 'opening':
      return <StartingPage progress={state.progress} />
    case 'failed':
      return (
        <StartFailurePage
          failure={state.failure}
          bridge={bridge}
          now={clock.now()}
          onRetry={() => void boot.start()}
          onReplaceNewer={() => void boot.start({ replaceNewer: true })}
        />
      )
    case 'ahead':
      return (
        <AheadPage
          ahead={state.report.ahead}
          now={clock.now()}
          failure={state.failure}
          onBringBack={boot.bringBack}
          onLeaveAside={boot.leaveAside}
        />
      )
    case 'firstRun':
      return (
        <ServicesProvider services={state.services}>
          <FirstRunPage onDone={boot.finishFirstRun} />
        </ServicesProvider>
      )
    case 'ready':
      return (
        <ServicesProvider services={state.services}>
          <Frame report={state.report} {...(state.decided ? { decided: state.decided } : {})} />
          <LockGate />
        </ServicesProvider>
      )
    default:
      return assertNever(state)
  }
}

type SettingsStore = Pick<
  StoreApi<{ readonly settings: LocalSettings | null }>,
  'getState' | 'getInitialState' | 'subscribe'
>

/** The theme that was chosen, before and after the services are there; the language follows beside it. */
function useTheme(services: Services | null, early: SettingsStore): LocalSettings['theme'] {
  const store: SettingsStore = services ? services.app.store : early
  const settings = useStore(store, (state) => state.settings)
  useEffect(() => {
    if (!settings) return
    void setLanguage(settings.language)
    document.documentElement.lang = settings.language
  }, [settings])
  return settings?.theme ?? 'system'
}
