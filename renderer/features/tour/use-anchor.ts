import { useEffect, useState } from 'react'

export interface Anchor {
  readonly element: Element
  /** In CSS pixels of the window. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Finds what the page shows under a selector, and follows it; null while there is no such thing. */
export function useAnchor(selector: string): Anchor | null {
  const [anchor, setAnchor] = useState<Anchor | null>(null)
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const found = findAnchor(selector)
      setAnchor((before) => (same(before, found) ? before : found))
    }
    const lookSoon = () => {
      frame ||= requestAnimationFrame(look)
    }
    lookSoon()
    const changes = new MutationObserver(lookSoon)
    changes.observe(document.body, { childList: true, subtree: true, attributes: true })
    window.addEventListener('resize', lookSoon)
    window.addEventListener('scroll', lookSoon, { capture: true })
    return () => {
      cancelAnimationFrame(frame)
      changes.disconnect()
      window.removeEventListener('resize', lookSoon)
      window.removeEventListener('scroll', lookSoon, { capture: true })
    }
  }, [selector])
  return anchor
}

/** Also asked before a page is left: what is there need not be looked for elsewhere. */
export function findAnchor(selector: string): Anchor | null {
  const element = document.querySelector(selector)
  if (!element) return null
  const { x, y, width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 ? { element, x, y, width, height } : null
}

const same = (a: Anchor | null, b: Anchor | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.element === b.element &&
    a.x === b.x &&
    a.y === b.y &&
    a.width === b.width &&
    a.height === b.height)
