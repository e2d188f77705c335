import { heightOf, type ContentLine } from './content'
import { neededHeight, type SetCell, type SetGrid } from './grid'
import { LEAST_ROW } from './style'

/** The part of a grid that stands on one page. */
export interface GridPart {
  readonly grid: SetGrid
  /** Rows from the top, the repeated head rows first; `y` from the part's top. */
  readonly rows: readonly PartRow[]
  readonly height: number
  readonly cells: readonly PartCell[]
}

export interface PartRow {
  readonly row: number
  readonly y: number
  readonly height: number
}

export interface PartCell {
  readonly set: SetCell
  readonly y: number
  readonly height: number
  readonly lines: readonly ContentLine[]
  /** A head cell that is printed again: nothing is filled in there. */
  readonly repeated: boolean
  /** The cell began on an earlier page. */
  readonly continued: boolean
  /** The cell goes on, or went on, over a page break: its text starts at the top. */
  readonly cut: boolean
}

/** What a page break costs, as shares of the page left empty. */
const CUT_CELL = 0.22
const SPLIT_ROW = 0.3
/** Lines of a split text that stay together on either side. */
const LEAST_LINES = 2

/**
 * Cuts one grid into parts. Rows stay whole where that leaves no great hole; cells over several rows are cut only where
 * the alternative is worse, and labels in them are printed on every part; a text that would leave a hole, or is longer
 * than a page, is split between its lines.
 */
export class GridPager {
  private readonly heights: number[]
  /** Lines of each cell that stand on earlier pages. */
  private readonly done = new Map<SetCell, number>()
  private row = 0
  /** Whether `row` itself began on an earlier page. */
  private rowBegun = false

  /** Only these can be cut by a break between two rows. */
  private readonly spanning: readonly SetCell[]
  /** Places of the cells that begin, and that end, in each row. */
  private readonly begin: readonly (readonly number[])[]
  private readonly end: readonly (readonly number[])[]

  constructor(private readonly grid: SetGrid) {
    this.heights = [...grid.heights]
    this.spanning = grid.cells.filter(({ cell }) => cell.rowSpan > 1)
    const begin: number[][] = grid.heights.map(() => [])
    const end: number[][] = grid.heights.map(() => [])
    grid.cells.forEach(({ cell }, place) => {
      begin[cell.row]?.push(place)
      end[cell.row + cell.rowSpan - 1]?.push(place)
    })
    this.begin = begin
    this.end = end
  }

  isFinished(): boolean {
    return this.row >= this.heights.length
  }

  /** Height of what is still to be placed, with the head rows that it repeats. */
  get rest(): number {
    return this.headHeight() + sum(this.heights, this.row, this.heights.length)
  }

  /**
   * The next part, at most `room` high; null when nothing sensible fits and a new page is wanted. `tail` is what has to
   * stay with the last row (the foot). On a fresh page (`fresh`) something is always placed.
   */
  next(room: number, tail: number, fresh: boolean, page: number): GridPart | null {
    const head = this.headHeight()
    const space = room - head
    const all = sum(this.heights, this.row, this.heights.length)
    if (
      all + tail <= space + 0.01 ||
      (fresh && all <= space + 0.01 && this.row === this.heights.length - 1)
    ) {
      return this.take(this.heights.length, null)
    }
    let end = this.row
    let used = 0
    while (end < this.heights.length && used + (this.heights[end] ?? 0) <= space + 0.01)
      used += this.heights[end++] ?? 0
    // All rows would fit, but not the foot with them: the last row goes over to it.
    if (end === this.heights.length) end--
    let best: { readonly end: number; readonly split: number | null; readonly cost: number } | null = null
    let height = 0
    for (let at = this.row; at <= end; at++) {
      if (at > this.row) {
        height += this.heights[at - 1] ?? 0
        const cost = (space - height) / page + this.cutCost(at)
        if (at > this.grid.headRows && !this.endsInHead(at) && (!best || cost <= best.cost))
          best = { end: at, split: null, cost }
      }
    }
    const split = this.splitHeight(end, space - height)
    if (split !== null) {
      const cost =
        (space - height - split) / page + SPLIT_ROW + (this.tallerThanPage(end, page - head) ? -1 : 0)
      if (!best || cost < best.cost) best = { end, split, cost }
    }
    if (best && (fresh || best.split !== null || best.cost < 2)) return this.take(best.end, best.split)
    if (!fresh) return null
    return this.take(Math.max(end, this.row + 1), null)
  }

  private headHeight(): number {
    return this.headsNow().reduce((height, row) => height + (this.grid.heights[row] ?? 0), 0)
  }

  /** The head rows that are printed again on the page that begins now: the table's, and those of a list that goes on. */
  private headsNow(): readonly number[] {
    const { headRows, listHeads } = this.grid
    const heads: number[] = []
    if (this.row >= headRows && (this.row > 0 || this.rowBegun))
      for (let row = 0; row < headRows; row++) heads.push(row)
    const going = listHeads.find(
      ({ to, until }) => (this.row > to && this.row < until) || (this.row === to && this.rowBegun),
    )
    if (going) for (let row = going.from; row < going.to; row++) heads.push(row)
    return heads
  }

  /** A page that ended before row `at` would end with the head of a list. */
  private endsInHead(at: number): boolean {
    return this.grid.listHeads.some(({ from, to }) => at > from && at <= to)
  }

  private tallerThanPage(row: number, page: number): boolean {
    return (this.heights[row] ?? 0) > page
  }

  /** Cells that a break before row `at` would cut; a label that would fit on neither side forbids it. */
  private cutCost(at: number): number {
    if (this.grid.bound.has(at)) return 3
    let cost = 0
    for (const set of this.spanning) {
      const { row, rowSpan } = set.cell
      if (row >= at || row + rowSpan <= at) continue
      const above = sum(this.heights, Math.max(row, this.row), at)
      if (set.content.flow === 'repeat' && neededHeight(set) > above) cost += 3
      cost = Math.max(cost, CUT_CELL)
    }
    return cost
  }

  /** How much of row `at` fits into `space` when its texts are split between lines; null when that is no help. */
  private splitHeight(at: number, space: number): number | null {
    const height = this.heights[at]
    if (height === undefined || height <= space) return null
    let split: number | null = null
    for (const set of this.endingIn(at)) {
      const lines = this.remaining(set)
      if (set.content.flow === 'repeat') {
        if (neededHeight(set) > space) return null
        continue
      }
      const above = sum(this.heights, Math.max(set.cell.row, this.row), at)
      const fitting = countFitting(lines, above + space - set.padding)
      if (fitting >= lines.length) continue
      if (fitting < LEAST_LINES) return null
      const kept = Math.min(fitting, Math.max(LEAST_LINES, lines.length - LEAST_LINES))
      const tall = heightOf({ ...set.content, lines: lines.slice(0, kept) }) + set.padding - above
      split = Math.max(split ?? 0, tall)
    }
    return split !== null && split >= LEAST_ROW ? Math.min(split, space) : null
  }

  private endingIn(row: number): readonly SetCell[] {
    return (this.end[row] ?? []).flatMap((place) => this.grid.cells[place] ?? [])
  }

  private remaining(set: SetCell): readonly ContentLine[] {
    return set.content.lines.slice(this.done.get(set) ?? 0)
  }

  /** Takes the rows before `end`, and `split` points of row `end`. */
  private take(end: number, split: number | null): GridPart {
    const rows: PartRow[] = []
    let y = 0
    const push = (row: number, height: number): void => {
      rows.push({ row, y, height })
      y += height
    }
    const heads = this.headsNow()
    for (const row of heads) push(row, this.grid.heights[row] ?? 0)
    const bodyTop = y
    const first = this.row
    for (let row = first; row < end; row++) push(row, this.heights[row] ?? 0)
    if (split !== null) push(end, split)
    const last = split === null ? end : end + 1
    const cells: PartCell[] = []
    for (const set of this.reaching(heads, first, last)) {
      const { row, rowSpan } = set.cell
      if (heads.includes(row) && heads.includes(row + rowSpan - 1)) cells.push(this.headCell(set, rows))
      else if (row < last && row + rowSpan > first)
        cells.push(this.bodyCell(set, rows, bodyTop, end, split !== null))
    }
    this.advance(end, split)
    return { grid: this.grid, rows, height: y, cells }
  }

  /** The cells in some rows, and those that reach into the rows `first` … `last` (not included); in reading order. */
  private reaching(rows: readonly number[], first: number, last: number): readonly SetCell[] {
    const places = new Set(rows.flatMap((row) => this.begin[row] ?? []))
    for (let row = first; row < last; row++) for (const place of this.begin[row] ?? []) places.add(place)
    const before = this.spanning.filter(({ cell }) => cell.row < first && cell.row + cell.rowSpan > first)
    for (const set of before) places.add(this.grid.cells.indexOf(set))
    return [...places].sort((a, b) => a - b).flatMap((place) => this.grid.cells[place] ?? [])
  }

  private headCell(set: SetCell, rows: readonly PartRow[]): PartCell {
    const { row, rowSpan } = set.cell
    const top = rows.find((part) => part.row === row)?.y ?? 0
    const height = sum(this.grid.heights, row, row + rowSpan)
    return { set, y: top, height, lines: set.content.lines, repeated: true, continued: false, cut: false }
  }

  private bodyCell(
    set: SetCell,
    rows: readonly PartRow[],
    bodyTop: number,
    end: number,
    split: boolean,
  ): PartCell {
    const { row, rowSpan } = set.cell
    // A group label beside a list stands beside its repeated head, too.
    const own = rows.filter((part) => part.row >= row && part.row < row + rowSpan)
    const y = own[0]?.y ?? bodyTop
    const height = own.reduce((total, part) => total + part.height, 0)
    const continued = row < this.row || (row === this.row && this.rowBegun)
    const goesOn = row + rowSpan > (split ? end + 1 : end) || (split && row + rowSpan === end + 1)
    const cut = continued || goesOn
    if (set.content.flow === 'repeat') {
      const fits = !cut || neededHeight(set) <= height + 0.01
      return { set, y, height, lines: fits ? set.content.lines : [], repeated: false, continued, cut: false }
    }
    const remaining = this.remaining(set)
    const count = goesOn ? countFitting(remaining, height - set.padding) : remaining.length
    this.done.set(set, (this.done.get(set) ?? 0) + count)
    return { set, y, height, lines: remaining.slice(0, count), repeated: false, continued, cut }
  }

  /** Moves on, and makes the rows to come high enough for what is left of the cut cells. */
  private advance(end: number, split: number | null): void {
    if (split !== null) this.heights[end] = LEAST_ROW
    this.row = end
    this.rowBegun = split !== null
    for (const set of split === null ? this.spanning : this.grid.cells) {
      const { row, rowSpan } = set.cell
      const cutHere = row + rowSpan > end && (row < end || (row === end && split !== null))
      if (!cutHere) continue
      const lines = set.content.flow === 'repeat' ? set.content.lines : this.remaining(set)
      const needed = lines.length === 0 ? 0 : heightOf({ ...set.content, lines }) + set.padding
      const last = row + rowSpan - 1
      const has = sum(this.heights, end, last + 1)
      if (set.content.flow === 'continue' || (split !== null && last === end)) {
        if (needed > has) this.heights[last] = (this.heights[last] ?? 0) + needed - has
      }
    }
  }
}

function countFitting(lines: readonly ContentLine[], room: number): number {
  let used = 0
  let count = 0
  for (const line of lines) {
    used += line.height
    if (used > room + 0.01) break
    count++
  }
  return count
}

function sum(heights: readonly number[], from: number, to: number): number {
  let total = 0
  for (let i = from; i < to; i++) total += heights[i] ?? 0
  return total
}
