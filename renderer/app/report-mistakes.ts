import type { Bridge } from '../../shared/ipc/contract'

/** Writes mistakes of the program that nobody caught into this computer's log; nothing leaves the computer. */
export function reportMistakes(bridge: Bridge, window: Window): void {
  const report = (error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? '') : ''
    // A report that fails has nowhere else to go.
    bridge
      .call('app:report', { message: String(error).slice(0, 500), detail: detail.slice(0, 8000) })
      .catch(() => undefined)
  }
  window.addEventListener('error', (event) => {
    report(event.error ?? event.message)
  })
  window.addEventListener('unhandledrejection', (event) => {
    report(event.reason)
  })
}
