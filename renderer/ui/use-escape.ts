import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Escape takes back one thing at a time: an open menu or dialog, the words of a box, then what the page says here (the
 * lines that were chosen), and only then it leads back.
 */
export function useEscape(active: boolean, takeBack: () => void): void {
  const latest = useRef(takeBack)
  useEffect(() => {
    latest.current = takeBack
  })
  // Before what can be taken back is seen: Escape in the next moment would lead back already.
  useLayoutEffect(() => {
    if (!active) return undefined
    // Of the document: before the window hears it, where Escape leads back.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (document.querySelector('[role=dialog], [role=menu], [role=listbox]') !== null) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
    }
  }, [active])
}
