import { startTransition, useEffect, useState } from 'react'
import type { View } from './near-pages'

/** Before the scroller is measured: no more than the window shows. */
const first = (): View => ({ top: 0, bottom: window.innerHeight })
/** Pixels: the view is told in steps, so that scrolling seldom draws. */
const STEP = 300
/** Pixels beside what is seen that are drawn ahead. */
const AHEAD = 400

/** The part of the desk that is seen in its scroller, and some more on either side. */
export function useView(scroller: HTMLElement | null): View {
  const [view, setView] = useState(first)
  useEffect(() => {
    if (!scroller) return undefined
    const read = () => {
      const { scrollTop, clientHeight } = scroller
      const top = Math.floor((scrollTop - AHEAD) / STEP) * STEP
      const bottom = Math.ceil((scrollTop + clientHeight + AHEAD) / STEP) * STEP
      setView((old) => (old.top === top && old.bottom === bottom ? old : { top, bottom }))
    }
    // What can be seen is drawn already.
    startTransition(read)
    scroller.addEventListener('scroll', read, { passive: true })
    const observer = new ResizeObserver(read)
    observer.observe(scroller)
    return () => {
      scroller.removeEventListener('scroll', read)
      observer.disconnect()
    }
  }, [scroller])
  return view
}
