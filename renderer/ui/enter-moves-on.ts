import type { KeyboardEvent } from 'react'

/**
 * Enter goes to the next input of the surrounding form, and from the last one to the button that ends it. Enter that
 * ends an input method's composition does nothing else. For `onKeyDown` of the form.
 */
export function enterMovesOn(event: KeyboardEvent<HTMLElement>): void {
  const at = event.target
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  if (!(at instanceof HTMLInputElement) || at.type === 'radio' || at.type === 'checkbox') return
  event.preventDefault()
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('input:not([type=radio]), button[type=submit]'),
  ].filter((stop) => !stop.hasAttribute('disabled'))
  stops[stops.indexOf(at) + 1]?.focus()
}
