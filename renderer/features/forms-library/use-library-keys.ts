import { useEffect, useRef } from 'react'
import { useServices } from '../../stores'

export interface LibraryKeys {
  /** A dialog lies over the page. */
  readonly paused: boolean
  readonly onSearch: () => void
  readonly onPrint: () => void
  /** Takes back the last narrowing; false where there is none, so that Esc leaves the page. */
  readonly onEscape: () => boolean
}

/** Keys that hold anywhere on the page, and the menu's commands. */
export function useLibraryKeys(keys: LibraryKeys): void {
  const { bridge } = useServices()
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { paused, onSearch, onPrint, onEscape } = latest.current
      if (paused || event.defaultPrevented || event.isComposing || inPopup(event.target)) return
      const ctrl = (event.ctrlKey || event.metaKey) && !event.altKey
      if (ctrl && event.key.toLowerCase() === 'f') onSearch()
      else if (ctrl && event.key.toLowerCase() === 'p') onPrint()
      else if (event.key !== 'Escape' || !onEscape()) return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    const stop = bridge.on('command:run', ({ command }) => {
      if (command === 'print' && !latest.current.paused) latest.current.onPrint()
    })
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      stop()
    }
  }, [bridge])
}

/** Help, the finder and menus keep their keys. */
const inPopup = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.MuiModal-root, [role=combobox]') !== null
