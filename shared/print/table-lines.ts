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
  const [acrossEdges, downEdges]: readonly [Edge[], Edge[]] = [[], []]
  for (const { x, y, width, height } of cells) {
    const [right, bottom] = [x + width, y + height]
    acrossEdges.push({ at: y, from: x, to: right }, { at: bottom, from: x, to: right })
    downEdges.push({ at: x, from: y, to: bottom }, { at: right, from: y, to: bottom })
  }
  const [across, down] = [merge(acrossEdges), merge(downEdges)]
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

/** Cells of one row (or column) share their edges to the last bit, so that there are few places to sort. */
function merge(edges: readonly Edge[]): readonly Edge[] {
  const byPlace = new Map<number, Edge[]>()
  for (const edge of edges) {
    const known = byPlace.get(edge.at)
    if (known) known.push(edge)
    else byPlace.set(edge.at, [edge])
  }
  const merged: { at: number; from: number; to: number }[] = []
  for (const line of nearPlaces(byPlace)) {
    let last: (typeof merged)[number] | undefined
    for (const edge of line.sort((a, b) => a.from - b.from)) {
      if (last && edge.from <= last.to + SAME) last.to = Math.max(last.to, edge.to)
      else merged.push((last = { ...edge }))
    }
  }
  return merged
}

/** The edges that lie on one line, line by line. */
function nearPlaces(byPlace: ReadonlyMap<number, readonly Edge[]>): readonly Edge[][] {
  const lines: Edge[][] = []
  let place = -Infinity
  for (const at of [...byPlace.keys()].sort((a, b) => a - b)) {
    const edges = byPlace.get(at) ?? []
    if (at - place < SAME) lines.at(-1)?.push(...edges)
    else {
      lines.push([...edges])
      place = at
    }
  }
  return lines
}
