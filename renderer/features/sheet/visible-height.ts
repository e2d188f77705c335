import type { LaidOutForm } from '../../../shared/print/page'

/** Points left free under the last ink when the empty rest of a sheet is not shown. */
const TAIL = 30

/**
 * How many points of each page the screen shows. Every page but the last is shown whole; the last one, when `crop` is
 * set, only as far as its content reaches: a short form then needs no scrolling.
 */
export function visibleHeights(layout: LaidOutForm, crop: boolean): readonly number[] {
  const last = layout.pages.length - 1
  return layout.pages.map((page, i) =>
    crop && i === last ? Math.min(page.height, page.contentBottom + TAIL) : page.height,
  )
}
