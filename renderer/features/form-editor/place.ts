import type { Box } from '../../../shared/print/page'

/** Where pages stand under each other on the desk, and how large points are there. */
export interface Desk {
  /** CSS pixels per point. */
  readonly scale: number
  readonly pages: readonly DeskPage[]
  /** CSS pixels. */
  readonly width: number
  readonly height: number
}

export interface DeskPage {
  /** CSS pixels from the desk's top left. */
  readonly x: number
  readonly y: number
  /** Points of the page that are shown. */
  readonly height: number
}

/** Pixels of desk between two pages. */
const GAP = 24

export function deskOf(
  pages: readonly { readonly width: number; readonly height: number }[],
  scale: number,
): Desk {
  const width = Math.ceil(Math.max(0, ...pages.map((page) => page.width * scale)))
  let y = 0
  const placed = pages.map((page) => {
    // Whole pixels, so that thin lines are sharp.
    const at = { x: Math.floor((width - page.width * scale) / 2), y, height: page.height }
    y += Math.ceil(page.height * scale) + GAP
    return at
  })
  return { scale, pages: placed, width, height: Math.max(0, y - GAP) }
}

/** A box of a page (points) in pixels of the desk. */
export function onDesk(desk: Desk, page: number, box: Box): Box {
  const { x, y } = desk.pages[page] ?? { x: 0, y: 0 }
  const { scale } = desk
  return { x: x + box.x * scale, y: y + box.y * scale, width: box.width * scale, height: box.height * scale }
}
