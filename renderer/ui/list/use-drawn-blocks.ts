import { useEffect, useState } from 'react'
import { nothingDrawn, seenAlone, seenOf, withNear, type Range } from './drawn-blocks'

/** Milliseconds that lines may take to come before their places are drawn empty. */
const PATIENCE = 50

/**
 * The blocks of a list that are drawn, by slot. After a jump the lines are mostly there within a frame, and drawing their empty places
 * first would take as long as drawing themselves: the places wait for them a little. Then what is seen comes first.
 */
export function useDrawnBlocks(seen: Range, lines: number, isThere: boolean): readonly number[] {
  const [drawn, setDrawn] = useState(nothingDrawn)
  const part = seenOf(drawn, seen, lines)
  const isHeld = part === 'none' && !isThere
  const waits = isHeld || (part === 'all' && drawn.isAlone)
  const next = waits ? drawn : (part === 'none' ? seenAlone : withNear)(drawn, seen, lines)
  if (next !== drawn) setDrawn(next)
  const { isAlone } = next
  const { first, last } = seen
  useEffect(() => {
    if (!isHeld && !isAlone) return
    const timer = setTimeout(
      () => {
        setDrawn((drawn) => (isHeld ? seenAlone : withNear)(drawn, { first, last }, lines))
      },
      isHeld ? PATIENCE : 0,
    )
    return () => {
      clearTimeout(timer)
    }
  }, [isHeld, isAlone, first, last, lines])
  return next.slots
}
