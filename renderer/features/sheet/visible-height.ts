import type { LaidOutForm } from '../../../shared/print/page'

/** Points at the foot of a sheet where its page number stands: shown whole or not at all. */
const NUMBER_BAND = 46

/** Points left free under the last ink when the empty rest of a sheet is not shown. */
const TAIL = 30

/**
 * How many points of each page the screen shows. Every page but the last is shown whole; the last one, when `crop` is
 * set, only as far as its content reaches: a short form then needs no scrolling.
 */
export function visibleHeights(layout: LaidOutForm, crop: boolean): readonly number[] {
  const last = layout.pages.length - 1
  return layout.pages.map((page, i) => {
    const end = page.contentBottom + TAIL
    return crop && i === last && end < page.height - NUMBER_BAND ? end : page.height
  })
}
