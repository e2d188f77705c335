import type { Bridge } from '../../shared/ipc/contract'

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly zhike?: Bridge
  }
}

/** The way to the main process: the only place that reads `window.zhike`. Null outside the program's own window. */
export function findBridge(): Bridge | null {
  return window.zhike ?? null
}
