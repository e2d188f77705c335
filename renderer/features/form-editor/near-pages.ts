import type { Desk } from './place'
import type { Stop } from './stops'

/** A form of no more pages is drawn whole; of a longer list only the pages near the view, and those that the keyboard needs. */
const MOST_WHOLE = 5

/** The part of the desk that is seen, in its pixels. */
export interface View {
  readonly top: number
  readonly bottom: number
}

/** Which pages are drawn: those in view, and those on which these stops stand. */
export function drawnPages(
  desk: Desk,
  view: View,
  needed: readonly (Stop | undefined)[],
): ReadonlySet<number> {
  const all = desk.pages.map((_, page) => page)
  if (all.length <= MOST_WHOLE) return new Set(all)
  const near = all.filter((page) => {
    const { y = 0, height = 0 } = desk.pages[page] ?? {}
    return y <= view.bottom && y + height * desk.scale >= view.top
  })
  return new Set([...near, ...needed.flatMap((stop) => pagesOf(stop))])
}

/** A stop is drawn where one of its pages is. */
export const isDrawn = (stop: Stop, pages: ReadonlySet<number>): boolean =>
  stop.slots.some(({ page }) => pages.has(page)) || stop.ticks.some(({ page }) => pages.has(page))

const pagesOf = (stop: Stop | undefined): readonly number[] => stop?.slots.map(({ page }) => page) ?? []
