/** Milliseconds after which the program ends although something has not finished: everything saved was flushed before. */
export const ENDING_TIME = 15_000

/** What of Electron's `app` ending needs. */
export interface EndingApp {
  readonly onBeforeQuit: (listener: () => void) => void
  readonly onWillQuit: (listener: (event: { preventDefault: () => void }) => void) => void
  readonly quit: () => void
  /** Ends the process at once. */
  readonly exit: () => void
}

/**
 * Files are closed before the process ends. What hangs while ending (a thread, a disk that does not answer) is told and
 * left: a program that cannot be ended helps nobody.
 */
export function endInOrder(
  app: EndingApp,
  closeAll: () => Promise<unknown>,
  tellLate: (state: string) => void,
): void {
  let state: 'running' | 'closing' | 'closed' = 'running'
  let timer: NodeJS.Timeout | undefined
  app.onBeforeQuit(() => {
    timer ??= setTimeout(() => {
      tellLate(state)
      app.exit()
    }, ENDING_TIME)
  })
  app.onWillQuit((event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    const goOn = () => {
      state = 'closed'
      app.quit()
    }
    closeAll().then(goOn, goOn)
  })
}
