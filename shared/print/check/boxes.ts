import { pathKey } from '../../forms/field'
import type { Box, LaidOutPage, TextRun } from '../page'
import { LEAST_SIZE, type PageShape } from '../style'
import type { SheetProblem, SheetState } from './problem'

/** Ink of a Han character above and below its baseline, in em. */
const ABOVE = 0.86
const BELOW = 0.1
/** Rounding and side bearings, in points. */
const TOLERANCE = 0.6

interface Inked extends Box {
  readonly name: string
}

/** 版心: where on a page the form may stand. */
export const typeArea = ({ left, right, top, bodyBottom }: PageShape): Box => ({
  x: left,
  y: top,
  width: right - left,
  height: bodyBottom - top,
})

/** What leaves its cell, its page, lies on something else, or is too small to read. */
export function boxProblems(
  laid: LaidOutPage,
  page: number,
  paperBox: Box,
  state: SheetState,
): readonly SheetProblem[] {
  const problems: SheetProblem[] = []
  const report = (fault: SheetProblem['fault'], message: string): void => {
    problems.push({ fault, state, page, message })
  }
  for (const cell of laid.cells) {
    if (!contains(paperBox, cell))
      report('outside', `第 ${cell.row + 1} 行第 ${cell.column + 1} 列的格超出版心`)
  }
  for (const { text, size, role } of laid.runs) {
    if (role !== 'chrome' && size < LEAST_SIZE)
      report('small', `“${text}”只有 ${size} 磅，应至少 ${LEAST_SIZE} 磅`)
  }
  const texts = laid.runs.filter(({ role }) => role !== 'chrome').map(inkOf)
  const boxes = laid.ticks.map((tick): Inked => ({ ...tick, name: `□${tick.option}` }))
  for (const ink of [...texts, ...boxes]) {
    const home = laid.cells.find((cell) =>
      holds(cell, ink.x + Math.min(ink.width, 2) / 2, ink.y + ink.height / 2),
    )
    if (!contains(home ?? paperBox, ink)) report('clipped', `“${ink.name}”超出它的格，应加宽或加高`)
    else if (!home && laid.cells.some((cell) => overlap(cell, ink)))
      report('clipped', `“${ink.name}”压在表格上`)
  }
  for (const [one, other] of overlaps([...texts, ...boxes])) {
    report('overlap', `“${one.name}”与“${other.name}”重叠`)
  }
  const slots = laid.slots
    .filter(({ kind }) => kind !== 'ticks')
    .map((slot): Inked => ({ ...slot, name: pathKey(slot.path) }))
  for (const [one, other] of overlaps(slots)) report('overlap', `填写处“${one.name}”与“${other.name}”重叠`)
  return problems
}

const inkOf = ({ x, y, width, size, text }: TextRun): Inked => ({
  x,
  y: y - ABOVE * size,
  width,
  height: (ABOVE + BELOW) * size,
  name: text,
})

const holds = ({ x, y, width, height }: Box, px: number, py: number): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - TOLERANCE &&
  inner.y >= outer.y - TOLERANCE &&
  inner.x + inner.width <= outer.x + outer.width + TOLERANCE &&
  inner.y + inner.height <= outer.y + outer.height + TOLERANCE

const overlap = (one: Box, other: Box): boolean =>
  one.x + one.width > other.x + TOLERANCE &&
  other.x + other.width > one.x + TOLERANCE &&
  one.y + one.height > other.y + TOLERANCE &&
  other.y + other.height > one.y + TOLERANCE

/** Pairs that lie on each other, found by a sweep down the page. */
function overlaps(boxes: readonly Inked[]): readonly (readonly [Inked, Inked])[] {
  const sorted = [...boxes].sort((a, b) => a.y - b.y)
  const pairs: (readonly [Inked, Inked])[] = []
  let open: Inked[] = []
  for (const box of sorted) {
    open = open.filter((other) => other.y + other.height > box.y)
    for (const other of open) if (overlap(box, other)) pairs.push([other, box])
    open.push(box)
  }
  return pairs
}
