import type { Box, LaidOutPage } from './page'

/** The page with every length multiplied. */
export function scalePage(page: LaidOutPage, by: number): LaidOutPage {
  if (by === 1) return page
  const box = <B extends Box>(one: B): B => ({
    ...one,
    x: one.x * by,
    y: one.y * by,
    width: one.width * by,
    height: one.height * by,
  })
  const { stamp } = page
  return {
    width: page.width * by,
    height: page.height * by,
    contentBottom: page.contentBottom * by,
    cells: page.cells.map(box),
    rules: page.rules.map(({ x1, y1, x2, y2, width }) => ({
      x1: x1 * by,
      y1: y1 * by,
      x2: x2 * by,
      y2: y2 * by,
      width,
    })),
    runs: page.runs.map((run) => ({
      ...run,
      x: run.x * by,
      y: run.y * by,
      size: run.size * by,
      width: run.width * by,
      spacing: run.spacing * by,
    })),
    ticks: page.ticks.map((tick) => ({ ...box(tick), hit: box(tick.hit) })),
    slots: page.slots.map((slot) => ({
      ...box(slot),
      cell: box(slot.cell),
      size: slot.size * by,
      lineHeight: slot.lineHeight * by,
    })),
    images: page.images.map(box),
    ...(stamp && {
      stamp: {
        ...stamp,
        centerX: stamp.centerX * by,
        centerY: stamp.centerY * by,
        width: stamp.width * by,
        height: stamp.height * by,
        size: stamp.size * by,
        spacing: stamp.spacing * by,
      },
    }),
  }
}
