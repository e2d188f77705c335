import type { KeyboardEvent } from 'react'

/**
 * Enter goes to the next field of the card, choices among them. Enter that ends an input method's composition, chooses from
 * an open list or breaks a line of the note does only that.
 */
export function enterInCard(event: KeyboardEvent<HTMLElement>): void {
  const at = event.target
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return
  if (!(at instanceof HTMLInputElement) || at.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('input, textarea, [role=combobox]'),
  ].filter((stop) => stop.getAttribute('aria-hidden') !== 'true' && !stop.hasAttribute('disabled'))
  stops[stops.indexOf(at) + 1]?.focus()
}
