/** Milliseconds that the window has to put its draft down before it is closed anyway. */
export const CLOSING_TIME = 2000

/** What of a window the handshake needs. */
export interface ClosableWindow {
  readonly onClose: (listener: (event: { preventDefault: () => void }) => void) => void
  /** Whether there is still a page that could answer. */
  readonly canAnswer: () => boolean
  readonly askToClose: () => void
  readonly destroy: () => void
}

export interface CloseHandshake {
  /** The window has put everything down (or never will): close it now. */
  readonly finish: () => void
}

/**
 * Closing begins with a question to the window (`window:closing`), so that the last words typed are in the draft; it
 * ends when the window answers with `app:quit`, or after `CLOSING_TIME`, or at once when no page is there to answer.
 */
export function closeWithHandshake(window: ClosableWindow): CloseHandshake {
  let state: 'open' | 'asked' | 'closed' = 'open'
  let timer: NodeJS.Timeout | undefined
  const finish = (): void => {
    if (state === 'closed') return
    state = 'closed'
    clearTimeout(timer)
    window.destroy()
  }
  window.onClose((event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'asked') return
    if (!window.canAnswer()) {
      finish()
      return
    }
    state = 'asked'
    timer = setTimeout(finish, CLOSING_TIME)
    window.askToClose()
  })
  return { finish }
}
