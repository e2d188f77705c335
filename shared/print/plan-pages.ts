import { gapAbove, gapBelow, isGrid, type Placed } from './flow'
import type { SetGrid } from './grid'
import type { SetLine } from './line-block'
import { GridPager, type GridPart } from './paging'
import type { PageShape } from './style'

/** What stands on one page, and where: `top` in points from the top of the sheet. */
export interface PagePlan {
  readonly stands: readonly (PlacedLine | PlacedPart)[]
  /** Where the last of it ends. */
  readonly bottom: number
}

export interface PlacedLine {
  readonly line: SetLine
  readonly top: number
}

export interface PlacedPart {
  readonly part: GridPart
  readonly top: number
}

/** Parts the blocks of a sheet among pages, from top to bottom. */
export function planPages(blocks: readonly Placed[], shape: PageShape): readonly PagePlan[] {
  return new Planner(blocks, shape).run()
}

class Planner {
  private readonly pages: { stands: (PlacedLine | PlacedPart)[]; bottom: number }[] = []
  private y = 0
  /** Nothing but the head stands on the page yet. */
  private fresh = true

  constructor(
    private readonly blocks: readonly Placed[],
    private readonly shape: PageShape,
  ) {}

  run(): readonly PagePlan[] {
    this.newPage()
    this.blocks.forEach((block, index) => {
      if (block === 'pageBreak') this.newPage()
      else if (isGrid(block)) this.placeGrid(block, index)
      else this.placeLine(block, this.blocks[index + 1])
    })
    return this.pages
  }

  private newPage(): void {
    this.y = this.shape.bodyTop
    this.pages.push({ stands: [], bottom: this.y })
    this.fresh = true
  }

  private moveTo(y: number): void {
    this.y = y
    this.fresh = false
    const page = this.pages.at(-1)
    if (page) page.bottom = Math.max(page.bottom, y)
  }

  private placeLine(line: SetLine, next: Placed | undefined): void {
    const gap = this.fresh ? 0 : gapAbove(line)
    // A caption stays with the beginning of its table.
    const follower = line.place === 'caption' && isGrid(next) ? (next.heights[0] ?? 0) : 0
    const needed = gap + line.height + gapBelow(line) + follower
    if (!this.fresh && this.y + needed > this.shape.bodyBottom + 0.01) this.newPage()
    const top = this.fresh ? this.y : this.y + gap
    this.pages.at(-1)?.stands.push({ line, top })
    this.moveTo(top + line.height + gapBelow(line))
  }

  private placeGrid(grid: SetGrid, index: number): void {
    const pager = new GridPager(grid)
    const tail = tailOf(this.blocks, index)
    const page = this.shape.bodyBottom - this.shape.bodyTop
    if (!this.fresh) this.moveTo(this.y + gapAbove(grid, this.blocks[index - 1]))
    while (!pager.isFinished()) {
      const part = pager.next(this.shape.bodyBottom - this.y, tail, this.fresh, page)
      if (part) {
        this.pages.at(-1)?.stands.push({ part, top: this.y })
        this.moveTo(this.y + part.height)
        if (!pager.isFinished()) this.newPage()
      } else this.newPage()
    }
  }
}

/** Height of the foot lines that follow a grid: they stand under its last row. */
function tailOf(blocks: readonly Placed[], index: number): number {
  let height = 0
  for (const block of blocks.slice(index + 1)) {
    if (block === 'pageBreak' || isGrid(block) || block.place !== 'foot') break
    height += gapAbove(block) + block.height
  }
  return height
}

/** Whether two plans put the same things into the same places. */
export function samePlan(a: PagePlan, b: PagePlan): boolean {
  return (
    a === b ||
    (a.bottom === b.bottom &&
      a.stands.length === b.stands.length &&
      a.stands.every((place, index) => sameStand(place, b.stands[index])))
  )
}

function sameStand(a: PlacedLine | PlacedPart, b: PlacedLine | PlacedPart | undefined): boolean {
  if (a.top !== b?.top) return false
  if ('line' in a) return 'line' in b && a.line === b.line
  return 'part' in b && samePart(a.part, b.part)
}

function samePart(a: GridPart, b: GridPart): boolean {
  return (
    a.grid.block === b.grid.block &&
    a.grid.width === b.grid.width &&
    a.height === b.height &&
    a.cells.length === b.cells.length &&
    a.cells.every((cell, index) => {
      const other = b.cells[index]
      return (
        cell.set === other?.set &&
        cell.y === other.y &&
        cell.height === other.height &&
        cell.repeated === other.repeated &&
        cell.continued === other.continued &&
        cell.cut === other.cut &&
        (cell.lines === other.lines ||
          (cell.lines.length === other.lines.length &&
            cell.lines.every((line, place) => line === other.lines[place])))
      )
    })
  )
}
