import type { Box, RuleLine } from './page'
import { FRAME_LINE, INNER_LINE } from './style'

/** Coordinates nearer than this are one line (points). */
const SAME = 0.02

interface Edge {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The lines of a table whose cells tile it: every line once, joined where it goes straight on, the frame a little thicker. */
export function tableLines(cells: readonly Box[], frame: Box): readonly RuleLine[] {
  const across = merge(
    cells.flatMap(({ x, y, width, height }) => [
      { at: y, from: x, to: x + width },
      { at: y + height, from: x, to: x + width },
    ]),
  )
  const down = merge(
    cells.flatMap(({ x, y, width, height }) => [
      { at: x, from: y, to: y + height },
      { at: x + width, from: y, to: y + height },
    ]),
  )
  const half = FRAME_LINE / 2
  const isFrame = (at: number, first: number, length: number): boolean =>
    Math.abs(at - first) < SAME || Math.abs(at - first - length) < SAME
  return [
    ...across.map(({ at, from, to }): RuleLine => {
      const outer = isFrame(at, frame.y, frame.height)
      // The corners of the frame are closed.
      const reach = outer ? half : 0
      return { x1: from - reach, y1: at, x2: to + reach, y2: at, width: outer ? FRAME_LINE : INNER_LINE }
    }),
    ...down.map(({ at, from, to }): RuleLine => {
      const outer = isFrame(at, frame.x, frame.width)
      return { x1: at, y1: from, x2: at, y2: to, width: outer ? FRAME_LINE : INNER_LINE }
    }),
  ]
}

function merge(edges: readonly Edge[]): readonly Edge[] {
  const sorted = [...edges].sort((a, b) => (Math.abs(a.at - b.at) < SAME ? a.from - b.from : a.at - b.at))
  const merged: { at: number; from: number; to: number }[] = []
  for (const edge of sorted) {
    const last = merged.at(-1)
    if (last && Math.abs(last.at - edge.at) < SAME && edge.from <= last.to + SAME)
      last.to = Math.max(last.to, edge.to)
    else merged.push({ ...edge })
  }
  return merged
}
