import { useEffect, useState } from 'react'
import { takeLater } from '../ui'

/**
 * False until rail and bar stand on the screen, so that they need not wait for the page; then, when nothing else is to be done, the
 * code of all other pages is read.
 */
export function useDrawn(): boolean {
  const [isDrawn, setDrawn] = useState(false)
  useEffect(() => {
    let task: ReturnType<typeof setTimeout> | undefined
    // A frame is asked for before it is drawn; what a task does after it comes after the drawing. A hidden window draws none.
    const show = () => {
      clearTimeout(task)
      task = setTimeout(() => {
        setDrawn(true)
      })
    }
    const frame = requestAnimationFrame(show)
    const hidden = document.hidden ? setTimeout(show) : undefined
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(hidden)
      clearTimeout(task)
    }
  }, [])
  useEffect(() => {
    if (isDrawn) void takeLater(idle)
  }, [isDrawn])
  return isDrawn
}

const idle = () =>
  new Promise<void>((resolve) => {
    window.requestIdleCallback(() => {
      resolve()
    })
  })
