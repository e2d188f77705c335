/** The element of a stop that takes the focus: the text itself, or the reached box of a group. */
function stopElement(root: HTMLElement, stopKey: string): HTMLElement | null {
  const stop = root.querySelector<HTMLElement>(`[data-stop="${CSS.escape(stopKey)}"]`)
  if (!stop || stop instanceof HTMLTextAreaElement) return stop
  return stop.querySelector<HTMLElement>('[tabindex="0"]')
}

/** Gives a stop the focus and brings its whole cell into view; false while it is not on the sheet. */
export function focusStop(root: HTMLElement, stopKey: string): boolean {
  const element = stopElement(root, stopKey)
  if (!element) return false
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  return true
}

/** The stop that an element belongs to. */
export function stopKeyOf(element: EventTarget | null): string | null {
  if (!(element instanceof Element)) return null
  return element.closest<HTMLElement>('[data-stop]')?.dataset['stop'] ?? null
}
