import { FirstRunPage } from '../features/first-run'
import { AheadPage, StartFailurePage, StartingPage } from '../features/start-up'
import { ServicesProvider } from '../stores'
import { assertNever } from '../../shared/kernel/assert-never'
import type { Bridge } from '../../shared/ipc/contract'
import type { Clock } from '../../shared/kernel/clock'
import type { Boot, BootControl } from './boot'
import type { FrameStore } from './first/frame-state'
import type { Shown } from './first/root'
import { insideOf } from './inside'

export interface ShownParts {
  readonly boot: BootControl
  readonly bridge: Bridge
  readonly clock: Clock
  readonly frame: FrameStore
  /** The frame stands and nothing else has been shown: it stays while the data are opened. */
  readonly isStanding: boolean
}

/** What the window shows while it starts, and then. */
export function shownOf(state: Boot, { boot, bridge, clock, frame, isStanding }: ShownParts): Shown {
  switch (state.phase) {
    case 'starting':
    case 'opening': {
      const progress = state.phase === 'opening' ? state.progress : undefined
      const waiting = <StartingPage progress={progress} inFrame={isStanding} />
      return isStanding ? { kind: 'frame', inside: null, waiting } : { kind: 'page', page: waiting }
    }
    case 'failed':
      return {
        kind: 'page',
        page: (
          <StartFailurePage
            failure={state.failure}
            bridge={bridge}
            now={clock.now()}
            onRetry={() => void boot.start()}
            onReplaceNewer={() => void boot.start({ replaceNewer: true })}
          />
        ),
      }
    case 'ahead':
      return {
        kind: 'page',
        page: (
          <AheadPage
            ahead={state.report.ahead}
            now={clock.now()}
            failure={state.failure}
            onBringBack={boot.bringBack}
            onLeaveAside={boot.leaveAside}
          />
        ),
      }
    case 'firstRun':
      return {
        kind: 'page',
        page: (
          <ServicesProvider services={state.services}>
            <FirstRunPage onDone={boot.finishFirstRun} />
          </ServicesProvider>
        ),
      }
    case 'ready': {
      const { services, report, decided } = state
      const inside = insideOf({ services, store: frame, report, isStanding, ...(decided ? { decided } : {}) })
      return { kind: 'frame', inside, waiting: null }
    }
    default:
      return assertNever(state)
  }
}
