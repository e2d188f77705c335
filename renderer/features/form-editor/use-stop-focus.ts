import { useCallback, useLayoutEffect, useRef } from 'react'
import type { Template } from '../../../shared/forms/template'
import { pathKey } from '../../../shared/forms/field'
import type { FormValues } from '../../../shared/forms/values'
import { focusStop } from './focus'
import { firstToFill } from './required'
import { afterEnter, neighbour } from './stops'
import type { Stop } from './stops'

export interface StopFocus {
  /** The stop with this key on the sheet as it is drawn now. */
  readonly find: (stopKey: string | null) => Stop | undefined
  /** Focuses a stop now, or as soon as it is drawn. */
  readonly goTo: (stopKey: string) => void
  /** Focuses a stop after the next drawing: rows are about to change places. */
  readonly goToNext: (stopKey: string) => void
  /** On or back; Enter at the last stop leads to the element with the id `after`. False where there is nothing. */
  readonly move: (stopKey: string, step: 1 | -1, byEnter: boolean) => boolean
}

/** The keyboard's way over the sheet, from the field `begin` (`pathKey`) or the first empty one. The functions stay the same while the form is open. */
export function useStopFocus(
  root: HTMLElement | null,
  stops: readonly Stop[],
  template: Template,
  values: FormValues,
  after: string,
  /** Asks for the page of a stop that is out of view and not drawn. The same function while the form is open. */
  draw: (stopKey: string) => void,
  begin?: string,
): StopFocus {
  const drawn = useRef({ stops, template })
  const wanted = useRef<string | null>(null)
  const opened = useRef(false)
  useLayoutEffect(() => {
    drawn.current = { stops, template }
    if (!root) return
    if (!opened.current && stops.length > 0) {
      opened.current = true
      const asked = begin === undefined ? undefined : stops.find(({ path }) => pathKey(path) === begin)
      wanted.current ??= (asked ?? firstToFill(stops, values))?.key ?? null
    }
    if (wanted.current === null) return
    if (focusStop(root, wanted.current)) wanted.current = null
    else draw(wanted.current)
  })
  const find = useCallback(
    (stopKey: string | null) => drawn.current.stops.find(({ key }) => key === stopKey),
    [],
  )
  const goTo = useCallback(
    (stopKey: string) => {
      if (root && focusStop(root, stopKey)) return
      wanted.current = stopKey
      draw(stopKey)
    },
    [root, draw],
  )
  const goToNext = useCallback((stopKey: string) => {
    wanted.current = stopKey
  }, [])
  const move = useCallback(
    (stopKey: string, step: 1 | -1, byEnter: boolean): boolean => {
      const now = drawn.current
      const forward = byEnter && step === 1
      const next = forward
        ? afterEnter(now.stops, stopKey, now.template)
        : neighbour(now.stops, stopKey, step)
      if (next) goTo(next.key)
      else if (forward) document.getElementById(after)?.focus()
      return next !== undefined
    },
    [goTo, after],
  )
  return { find, goTo, goToNext, move }
}
