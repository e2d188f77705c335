import { useEffect, useState, type RefObject } from 'react'

/** True once the element came near the visible part of the window: what is costly to draw waits for it. */
export function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const at = element.current
    if (!at || seen) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true)
      },
      { rootMargin: '300px' },
    )
    observer.observe(at)
    return () => {
      observer.disconnect()
    }
  }, [element, seen])
  return seen
}
