import type { Box } from '../../../shared/print/page'
import type { Desk } from './place'
import type { Stop } from './stops'

/** A form of no more pages is drawn whole; of a longer list only what is near the view, and what the keyboard needs. */
const MOST_WHOLE = 5

/** The part of the desk that is seen, in its pixels. */
export interface View {
  readonly top: number
  readonly bottom: number
}

/** From where to where a page is drawn, in its points. */
export interface Band {
  readonly top: number
  readonly bottom: number
}

const WHOLE: Band = { top: -Infinity, bottom: Infinity }

/**
 * Which parts of which pages are drawn: those in view, the stops that have or had the keyboard, and around a stop that it is to
 * reach as much as will be seen then.
 */
export function drawnParts(
  desk: Desk,
  view: View,
  { held, wanted }: { readonly held: readonly (Stop | undefined)[]; readonly wanted: Stop | undefined },
): ReadonlyMap<number, Band> {
  if (desk.pages.length <= MOST_WHOLE) return new Map(desk.pages.map((_, page) => [page, WHOLE]))
  const height = view.bottom - view.top
  const around = placesOf(wanted).map(({ page, box }) => {
    const { y } = desk.pages[page] ?? { y: 0 }
    return {
      top: y + box.y * desk.scale - height,
      bottom: y + (box.y + box.height) * desk.scale + height,
    }
  })
  const parts = new Map<number, Band>()
  const add = (page: number, { top, bottom }: Band) => {
    const known = parts.get(page)
    parts.set(page, {
      top: Math.min(known?.top ?? top, top),
      bottom: Math.max(known?.bottom ?? bottom, bottom),
    })
  }
  for (const seen of [view, ...around])
    desk.pages.forEach(({ y, height }, page) => {
      if (y > seen.bottom || y + height * desk.scale < seen.top) return
      add(page, { top: (seen.top - y) / desk.scale, bottom: (seen.bottom - y) / desk.scale })
    })
  for (const stop of held)
    for (const { page, box } of placesOf(stop)) add(page, { top: box.y, bottom: box.y + box.height })
  return parts
}

/** A stop is drawn where one of its places is. Pages of which nothing is drawn are not asked. */
export const isDrawn = (stop: Stop, parts: ReadonlyMap<number, Band>): boolean =>
  stop.pages.some((page) => parts.has(page)) &&
  (stop.slots.some(({ page, slot }) => reaches(slot.cell, parts.get(page))) ||
    stop.ticks.some(({ page, tick }) => reaches(tick.hit, parts.get(page))))

const reaches = ({ y, height }: Box, band: Band | undefined): boolean =>
  band !== undefined && y <= band.bottom && y + height >= band.top

const placesOf = (stop: Stop | undefined): readonly { readonly page: number; readonly box: Box }[] =>
  stop?.slots.map(({ page, slot }) => ({ page, box: slot.cell })) ?? []
