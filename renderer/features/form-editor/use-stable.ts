import { useLayoutEffect, useRef, useState } from 'react'

type Handler = (...args: never[]) => unknown

/**
 * The same functions at every render, each doing what its newest version does: what is drawn with them is not drawn
 * again at every keystroke. To be called from events only, never while drawing.
 */
export function useStable<H extends { readonly [N in keyof H]: Handler }>(handlers: H): H {
  const latest = useRef(handlers)
  useLayoutEffect(() => {
    latest.current = handlers
  })
  const [stable] = useState(() => {
    const entries = (Object.keys(handlers) as (keyof H)[]).map((name) => [
      name,
      (...args: never[]) => latest.current[name](...args),
    ])
    return Object.fromEntries(entries) as H
  })
  return stable
}
