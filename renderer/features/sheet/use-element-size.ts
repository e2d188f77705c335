import { useLayoutEffect, useState } from 'react'

export interface ElementSize {
  /** CSS pixels inside padding and scroll bars. */
  readonly width: number
  readonly height: number
}

/** The size of an element, followed while it changes; null until it is on the screen. Hand `setElement` in as its ref. */
export function useElementSize(): readonly [
  ElementSize | null,
  (element: HTMLElement | null) => void,
  HTMLElement | null,
] {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [size, setSize] = useState<ElementSize | null>(null)
  useLayoutEffect(() => {
    if (!element) return undefined
    const read = () => {
      const { clientWidth: width, clientHeight: height } = element
      setSize((old) => (old?.width === width && old.height === height ? old : { width, height }))
    }
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [element])
  return [size, setElement, element]
}
