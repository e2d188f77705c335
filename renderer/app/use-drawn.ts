import { useEffect, useState } from 'react'
import { takeLater } from '../ui'
import { drawn } from './drawn'

/**
 * False until rail and bar stand on the screen, so that they need not wait for the page; then, when nothing else is to be done, the
 * code of all other pages is read. `isStanding`: they stand already.
 */
export function useDrawn(isStanding: boolean): boolean {
  const [isDrawn, setDrawn] = useState(isStanding)
  useEffect(() => {
    void drawn().then(() => {
      setDrawn(true)
    })
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
