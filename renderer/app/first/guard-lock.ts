import type { Bridge } from '../../../shared/ipc/contract'
import type { Lock } from '../../stores/lock'

/** What a locked window hears only on its lock screen. */
const GUARDED = [
  'keydown',
  'keyup',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'contextmenu',
  'wheel',
  'copy',
  'cut',
  'paste',
  'dragover',
  'drop',
] as const

/**
 * Keeps a locked window shut: `data-locked` on the document's element hides everything but the lock screen (see
 * features/lock), and no key, click or drop reaches what lies behind. To be called before anything else listens.
 * Ctrl+L locks from everywhere, also out of a dialog.
 */
export function guardLock(lock: Lock, window: Window): void {
  const root = window.document.documentElement
  const isLocked = () => lock.store.getState().locked
  lock.store.subscribe(({ locked }) => {
    root.toggleAttribute('data-locked', locked)
  })
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
      if (event.key.toLowerCase() !== 'l') return
      event.preventDefault()
      event.stopImmediatePropagation()
      lock.lock()
    },
    { capture: true },
  )
  for (const type of GUARDED) {
    const isOnScreen = (event: Event) =>
      event.target instanceof Element && event.target.closest('[data-lock]')
    const stopOutside = (event: Event) => {
      if (!isLocked() || isOnScreen(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    // The lock screen's own keys end above the body, where React hears them, and below what listens for the pages.
    const stopAbove = (event: Event) => {
      if (isLocked()) event.stopPropagation()
    }
    window.addEventListener(type, stopOutside, { capture: true, passive: false })
    root.addEventListener(type, stopAbove)
  }
}

/** The menu's commands are for the pages: a locked window does not hear them. */
export function whileUnlocked(bridge: Bridge, lock: Lock): Bridge {
  return {
    call: bridge.call,
    on: (name, listener) =>
      bridge.on(name, (event) => {
        if (name !== 'command:run' || !lock.store.getState().locked) listener(event)
      }),
  }
}
