/** Whether nothing lies over a place of the window: no other dialog, no list of choices. */
export function isOnTop(place: Element | null, modals: ArrayLike<Element>): boolean {
  const top = modals[modals.length - 1]
  return place !== null && (top === undefined || top.contains(place))
}
