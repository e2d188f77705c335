/** How far (pixels) beside the visible part of its scroller an element already counts as near: some rows of cards. */
const MARGIN = 900

type OnNear = (near: boolean) => void

interface Watcher {
  readonly observer: IntersectionObserver
  readonly told: WeakMap<Element, OnNear>
}

/** One observer for each scroller, however many elements it watches. */
const watchers = new WeakMap<Element, Watcher>()

function watcherOf(scroller: Element): Watcher {
  const known = watchers.get(scroller)
  if (known) return known
  const told = new WeakMap<Element, OnNear>()
  const observer = new IntersectionObserver(
    (entries) => {
      // The nearest to the middle is told last, and what was asked for last is drawn first.
      const outsideIn = [...entries].sort((a, b) => fromMiddle(b) - fromMiddle(a))
      for (const { target, isIntersecting } of outsideIn) told.get(target)?.(isIntersecting)
    },
    // Of the scroller itself: a margin of the window does not reach into what a scroller cuts off.
    { root: scroller, rootMargin: `${MARGIN}px` },
  )
  const watcher = { observer, told }
  watchers.set(scroller, watcher)
  return watcher
}

/** Pixels from the middle of the visible part; within a row the left comes before the right. */
function fromMiddle({
  boundingClientRect: { top, bottom, left },
  rootBounds,
}: IntersectionObserverEntry): number {
  if (!rootBounds) return 0
  return Math.abs(top + bottom - rootBounds.top - rootBounds.bottom) / 2 + left / 10_000
}

/** Tells when an element comes near the visible part of its scroller (`data-scroller`) or leaves it; the answer ends it. */
export function watchNear(element: Element, onNear: OnNear): () => void {
  const scroller = element.closest('[data-scroller]') ?? document.body
  const { observer, told } = watcherOf(scroller)
  told.set(element, onNear)
  observer.observe(element)
  return () => {
    told.delete(element)
    observer.unobserve(element)
  }
}
