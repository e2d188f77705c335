/** How long (milliseconds) what had the keyboard may still be going: a dialog fades, a line leaves its list. */
const GOING = 1500

/** The heading of the page or record that is shown. */
const heading = (): HTMLElement | null => document.querySelector<HTMLElement>('h1[tabindex]')

/**
 * After something that may take away what had the keyboard (a button that becomes another, a line that leaves a list): once
 * it is gone the keyboard goes on at `place`, or at the heading. Where it still is somewhere, it stays there.
 */
export function goOn(place?: () => HTMLElement | null | undefined): void {
  const began = performance.now()
  const look = () => {
    if (isLost(document.activeElement)) (place?.() ?? heading())?.focus({ preventScroll: true })
    if (performance.now() - began < GOING) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const isLost = (active: Element | null): boolean => active === null || active === document.body
