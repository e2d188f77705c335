import { useSyncExternalStore } from 'react'

/** Device pixels to the CSS pixel: 1.25 at 125 %; changes when the window moves to another screen. */
export function usePixelRatio(): number {
  return useSyncExternalStore(listen, () => window.devicePixelRatio)
}

function listen(changed: () => void): () => void {
  // A query about today's ratio fires when it is left; then the next one has to be asked.
  let stop = ask()
  function ask(): () => void {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    const onChange = () => {
      stop()
      stop = ask()
      changed()
    }
    query.addEventListener('change', onChange)
    return () => {
      query.removeEventListener('change', onChange)
    }
  }
  return () => {
    stop()
  }
}
