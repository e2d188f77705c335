import { useEffect } from 'react'
import type { ZoomMove } from './scale'

/** Ctrl and the wheel zoom; the wheel alone scrolls as ever. */
export function useZoomWheel(element: HTMLElement | null, onZoom: (move: ZoomMove) => void): void {
  useEffect(() => {
    if (!element) return undefined
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey || event.deltaY === 0) return
      // Not passive, or the browser would zoom the whole window.
      event.preventDefault()
      onZoom(event.deltaY < 0 ? 'in' : 'out')
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      element.removeEventListener('wheel', onWheel)
    }
  }, [element, onZoom])
}
