import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ReactNode } from 'react'
import type { Bridge, LocalSettings } from '../../../shared/ipc/contract'
import type { FirstWords } from '../../../shared/ipc/frame'
import { startTexts } from '../../i18n/first-texts'
import { flushAll } from '../../stores/before-close'
import { createLock, type Lock } from '../../stores/lock'
import { NoticeArea } from '../../ui/notices'
import { AppTheme } from '../../ui/theme/app-theme'
import { answerClosing } from './closing'
import { ErrorBoundary } from './error-boundary'
import { Frame } from './frame'
import { createFrameStore, type FrameStore } from './frame-state'
import { guardLock, whileUnlocked } from './guard-lock'
import type { Inside } from './inside'

/** What the window shows: its frame, with the page as soon as there is one, or a page without a frame. */
export type Shown =
  | { readonly kind: 'frame'; readonly inside: Inside | null; readonly waiting: ReactNode }
  | { readonly kind: 'page'; readonly page: ReactNode }

/** The drawn window, into which everything else is put. */
export interface Drawn {
  readonly bridge: Bridge
  readonly lock: Lock
  readonly frame: FrameStore
  readonly shown: StoreApi<Shown>
  readonly theme: StoreApi<{ readonly choice: LocalSettings['theme'] }>
  /** Takes everything away. */
  readonly remove: () => void
}

/**
 * Draws the window with what is known before anything is opened: rail and bar, if the last start went without a question
 * (docs/decisions/030). They take clicks, keys and the menu from then on.
 */
export function drawWindow(place: HTMLElement, found: Bridge, words: FirstWords): Drawn {
  const lock = createLock(flushAll)
  guardLock(lock, window)
  const bridge = whileUnlocked(found, lock)
  answerClosing(bridge)
  startTexts(words.language)
  document.documentElement.lang = words.language
  const frame = createFrameStore(words.frame)
  const theme = createStore(() => ({ choice: words.theme }))
  const shown = createStore<Shown>(() =>
    words.frame ? { kind: 'frame', inside: null, waiting: null } : { kind: 'page', page: null },
  )
  const root = createRoot(place)
  root.render(<Root bridge={bridge} frame={frame} theme={theme} shown={shown} />)
  return {
    bridge,
    lock,
    frame,
    theme,
    shown,
    remove: () => {
      root.unmount()
    },
  }
}

function Root({ bridge, frame, theme, shown }: Pick<Drawn, 'bridge' | 'frame' | 'theme' | 'shown'>) {
  const { choice } = useStore(theme)
  const now = useStore(shown)
  return (
    <AppTheme choice={choice}>
      <NoticeArea>
        <Router hook={useHashLocation}>
          <ErrorBoundary>
            {now.kind === 'frame' ? (
              <Frame store={frame} bridge={bridge} inside={now.inside} waiting={now.waiting} />
            ) : (
              now.page
            )}
          </ErrorBoundary>
        </Router>
      </NoticeArea>
    </AppTheme>
  )
}
