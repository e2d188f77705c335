import { neededHeight, type SetGrid } from './grid'
import type { SetLine } from './line-block'
import { LEAST_ROW, MM } from './style'

/** A block of the template with its size, in the order of the sheet. */
export type Placed = SetGrid | SetLine | 'pageBreak'

export const isGrid = (block: Placed | undefined): block is SetGrid =>
  typeof block === 'object' && 'cells' in block

/** Between a caption and its table, between a table and its foot, and between two tables. */
const CAPTION_GAP = 1.2 * MM
const FOOT_GAP = 2.6 * MM
const GRID_GAP = 2 * MM

/** Room that a block wants above it, unless it is the first on its page. */
export function gapAbove(block: SetGrid | SetLine, before?: Placed): number {
  if (isGrid(block)) return isGrid(before) ? GRID_GAP : 0
  return block.place === 'foot' ? FOOT_GAP : 0
}

export const gapBelow = (line: SetLine): number => (line.place === 'caption' ? CAPTION_GAP : 0)

/** What rows may lose of their drawn height to keep a form on its page. */
const MOST_SQUEEZED = 0.4

/**
 * A filled form that is a little too high for its one page: rows give up drawn height that their text does not need (up
 * to two fifths, never under 7 mm), all in the same proportion, so that no second sheet is printed for a line or two.
 * Where that is not enough nothing is changed.
 */
export function squeeze(blocks: readonly Placed[], room: number): readonly Placed[] {
  if (blocks.includes('pageBreak')) return blocks
  const over = flowHeight(blocks) - room
  if (over <= 0) return blocks
  const spares = blocks.map((block) => (isGrid(block) ? spareOf(block) : []))
  const spare = spares.flat().reduce((sum, one) => sum + one, 0)
  if (spare < over) return blocks
  return blocks.map((block, index) => {
    if (!isGrid(block)) return block
    const heights = block.heights.map((height, row) => height - ((spares[index]?.[row] ?? 0) * over) / spare)
    return { ...block, heights }
  })
}

function flowHeight(blocks: readonly Placed[]): number {
  let height = 0
  blocks.forEach((block, index) => {
    if (block === 'pageBreak') return
    const before = blocks[index - 1]
    height += before === undefined ? 0 : gapAbove(block, before)
    height += isGrid(block)
      ? block.heights.reduce((sum, row) => sum + row, 0)
      : block.height + gapBelow(block)
  })
  return height
}

/** What each row of a grid could give up. Rows under cells that stretch over several rows keep what those need. */
function spareOf(grid: SetGrid): readonly number[] {
  const floors = grid.least.map((least) => Math.max(LEAST_ROW, least * (1 - MOST_SQUEEZED)))
  for (const set of grid.cells) {
    const { row, rowSpan } = set.cell
    if (rowSpan === 1) floors[row] = Math.max(floors[row] ?? 0, neededHeight(set))
  }
  for (const set of grid.cells) {
    const { row, rowSpan } = set.cell
    if (rowSpan === 1) continue
    const lack = neededHeight(set) - floors.slice(row, row + rowSpan).reduce((sum, floor) => sum + floor, 0)
    if (lack <= 0) continue
    for (let i = row; i < row + rowSpan; i++) floors[i] = (floors[i] ?? 0) + lack / rowSpan
  }
  return grid.heights.map((height, row) => Math.max(0, height - (floors[row] ?? 0)))
}
