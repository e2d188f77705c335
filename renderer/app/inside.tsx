import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { DemoBand, useIsDemo, useOpenDemo } from '../features/demo'
import { QuickFinder } from '../features/finder'
import { HelpPanel } from '../features/help'
import { KeyboardHelp } from '../features/keyboard-help'
import { LockGate } from '../features/lock'
import { PersonSwitch, type PeopleWish } from '../features/people'
import { StartNews } from '../features/start-up'
import { TeamIndicator, useToldTeam } from '../features/team'
import { Tour, useBeginTour } from '../features/tour'
import type { StartReport } from '../db'
import { failureText } from '../i18n'
import { ServicesProvider, useAppState, type Services } from '../stores'
import { untouched, useNotices } from '../ui'
import type { Decision } from './boot'
import { ErrorBoundary } from './first/error-boundary'
import type { FrameStore } from './first/frame-state'
import type { Inside } from './first/inside'
import { LiveFacts } from './live-facts'
import { Pages } from './pages'
import { useDamageNews } from './use-damage-news'
import { useDrawn } from './use-drawn'

export interface InsideParts {
  readonly services: Services
  readonly store: FrameStore
  readonly report: StartReport
  readonly decided?: Decision | undefined
  /** Rail and bar stood before the data were there: the page need not wait for them. */
  readonly isStanding: boolean
}

/** Everything that stands in the window's frame. */
export function insideOf({ services, store, report, decided, isStanding }: InsideParts): Inside {
  const within = (part: ReactNode) => <ServicesProvider services={services}>{part}</ServicesProvider>
  return {
    band: within(<Band />),
    finder: within(<Finder store={store} />),
    team: within(<TeamIndicator />),
    people: within(<People store={store} />),
    news: within(<News report={report} decided={decided} />),
    page: within(<Page isStanding={isStanding} store={store} />),
    help: (help, set) =>
      help !== 'none' &&
      within(
        <Beside>
          <HelpPanel
            onKeys={() => {
              set('keys')
            }}
            onClose={() => {
              set('none')
            }}
          />
        </Beside>,
      ),
    front: (help, set) =>
      within(
        <>
          {help === 'keys' && (
            <Beside>
              <KeyboardHelp
                onClose={() => {
                  set('page')
                }}
              />
            </Beside>
          )}
          <Guide />
          <Told store={store} />
          <LockGate />
        </>,
      ),
  }
}

function Finder({ store }: Pick<InsideParts, 'store'>) {
  const begin = useCallback(() => store.getState().finder, [store])
  const taken = useCallback(() => {
    store.setState({ finder: untouched })
  }, [store])
  return <QuickFinder begin={begin} onTaken={taken} />
}

function Band() {
  const beginTour = useBeginTour()
  return useIsDemo() ? <DemoBand onTour={beginTour} /> : null
}

function People({ store }: Pick<InsideParts, 'store'>) {
  const wish = useStore(store, ({ people }) => people)
  const put = useCallback(
    (people: PeopleWish) => {
      store.setState({ people })
    },
    [store],
  )
  return <PersonSwitch wish={wish} onWish={put} />
}

function News({ report, decided }: Pick<InsideParts, 'report' | 'decided'>) {
  const info = useAppState((state) => state.start)
  return useIsDemo() ? null : <StartNews info={info} report={report} decided={decided} />
}

/** Who works here was changed early: the first page is that person's, since forms name who fills them in. */
function Page({ isStanding, store }: Pick<InsideParts, 'isStanding' | 'store'>) {
  const isDrawn = useDrawn(isStanding)
  const isSwitching = useStore(store, ({ people }) => typeof people !== 'string')
  const [isBegun, setBegun] = useState(false)
  if (!isBegun && isDrawn && !isSwitching) setBegun(true)
  return isBegun ? <Pages /> : null
}

function Guide() {
  return (
    useIsDemo() && (
      <Beside>
        <Tour />
      </Beside>
    )
  )
}

/** What stands beside a page that can still be used: a mistake takes it away and is told. */
function Beside({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('frame')
  const notices = useNotices()
  return (
    <ErrorBoundary
      onBroken={(reason) => {
        notices.warn(t('broken.beside', { reason }), 'beside')
      }}
    >
      {children}
    </ErrorBoundary>
  )
}

/** What the window tells of and to the program on every page. */
function Told({ store }: { readonly store: FrameStore }) {
  const { t } = useTranslation('frame')
  const notices = useNotices()
  const settingsFailure = useAppState((state) => state.failure)
  const openDemo = useOpenDemo()
  const wantsDemo = useStore(store, (state) => state.wantsDemo)
  useToldTeam()
  useDamageNews()
  useEffect(() => {
    if (settingsFailure)
      notices.warn(t('settingsNotKept', { reason: failureText(settingsFailure) }), 'settings')
    else notices.settle('settings')
  }, [settingsFailure, notices, t])
  useEffect(() => {
    if (!wantsDemo) return
    store.setState({ wantsDemo: false })
    void openDemo()
  }, [store, wantsDemo, openDemo])
  return <LiveFacts store={store} />
}
