import type { SetCell } from './grid'
import { placeContent, placeDiagonal, insideOf } from './place'
import type { LayoutInput } from './layout-input'
import { widthOf } from './measure'
import type { LaidCell, LaidOutPage } from './page'
import type { PartCell } from './paging'
import type { PagePlan, PlacedLine, PlacedPart } from './plan-pages'
import { scalePage } from './scale-page'
import type { SheetShape } from './setup'
import { SheetBuilder } from './sheet-builder'
import { placeBindingLine, placeLetterhead, placePageNumber, placeTitle, stampMark } from './sheet-head'
import { LEAST_SIZE, SIZE_STEP, TEXT_SIZE, type PageShape } from './style'
import { tableLines } from './table-lines'

/** A page with the characters that no font has: first those of its body. */
export interface DrawnPage {
  readonly page: LaidOutPage
  readonly missing: readonly string[]
}

/** What the cells of one page of an open form were drawn as last, and where. */
export type DrawnCells = WeakMap<SetCell, DrawnCell>

interface DrawnCell {
  readonly cell: PartCell
  readonly box: LaidCell
  readonly sheet: SheetBuilder
}

/**
 * Sets what a plan puts on one page, and the sheet's head and number. `index` counts from 0. Cells in `drawn` that stand as they
 * stood are the very same objects again.
 */
export function drawPage(
  { template, stamp, setup, ...input }: LayoutInput,
  { shape, scale }: SheetShape,
  plan: PagePlan,
  index: number,
  count: number,
  drawn?: DrawnCells,
): DrawnPage {
  const missing = new Set<string>()
  const sheet = new SheetBuilder(missing)
  for (const place of plan.stands) {
    if ('line' in place) drawLine(sheet, place, shape)
    else drawPart(sheet, place, shape, drawn)
  }
  const letterhead = setup?.letterhead === false ? { firm: '' } : input.letterhead
  placeLetterhead(sheet, letterhead, template, shape)
  if (setup?.binding) placeBindingLine(sheet, setup.binding / scale, shape)
  placeTitle(sheet, template, index > 0, shape)
  placePageNumber(sheet, index + 1, count, shape)
  return { page: scalePage(sheet.finish(bounds(stamp, shape, plan)), scale), missing: [...missing] }
}

const bounds = (stamp: string | undefined, shape: PageShape, { bottom }: PagePlan): Bounds => {
  const mark = stamp === undefined ? undefined : stampMark(stamp, bottom, shape)
  return { width: shape.width, height: shape.height, contentBottom: bottom, ...(mark && { stamp: mark }) }
}

type Bounds = Pick<LaidOutPage, 'width' | 'height' | 'contentBottom' | 'stamp'>

/** The page of an open form, which is never scaled: its size is known at once, and it is drawn when somebody looks at it. */
export function pageWhenSeen(
  input: Omit<LayoutInput, 'setup'>,
  sheet: SheetShape,
  plan: PagePlan,
  index: number,
  count: number,
  drawn: DrawnCells,
): DrawnPage {
  let known: DrawnPage | undefined
  const whole = (): DrawnPage => (known ??= drawPage(input, sheet, plan, index, count, drawn))
  const page: LaidOutPage = {
    ...bounds(input.stamp, sheet.shape, plan),
    get cells() {
      return whole().page.cells
    },
    get rules() {
      return whole().page.rules
    },
    get runs() {
      return whole().page.runs
    },
    get ticks() {
      return whole().page.ticks
    },
    get slots() {
      return whole().page.slots
    },
    get images() {
      return whole().page.images
    },
  }
  return {
    page,
    get missing() {
      return whole().missing
    },
  }
}

function drawLine(sheet: SheetBuilder, { line, top }: PlacedLine, shape: PageShape): void {
  for (const part of line.parts) {
    const box = { x: shape.left + part.x, y: top, width: part.width, height: line.height }
    placeContent(sheet, part.content.lines, undefined, {
      cell: box,
      inner: box,
      align: 'left',
      vAlign: 'top',
      fillable: true,
      continued: false,
    })
  }
}

function drawPart(
  sheet: SheetBuilder,
  { part, top }: PlacedPart,
  { left }: PageShape,
  drawn: DrawnCells | undefined,
): void {
  const laid = part.cells.map((cell) => {
    const { set } = cell
    const { kind, row, column } = set.cell
    const box: LaidCell = {
      x: left + set.x,
      y: top + cell.y,
      width: set.width,
      height: cell.height,
      kind,
      block: part.grid.block,
      row,
      column,
    }
    if (!drawn) {
      drawCell(sheet, cell, box)
      return box
    }
    const before = drawn.get(set)
    const again = before && standsAsBefore(before, cell, box) ? before : drawnAlone(cell, box)
    if (again !== before) drawn.set(set, again)
    sheet.take(again.sheet)
    return again.box
  })
  sheet.cells.push(...laid)
  sheet.rules.push(...tableLines(laid, { x: left, y: top, width: part.grid.width, height: part.height }))
}

function drawnAlone(cell: PartCell, box: LaidCell): DrawnCell {
  const sheet = new SheetBuilder(new Set())
  drawCell(sheet, cell, box)
  return { cell, box, sheet }
}

function standsAsBefore({ cell, box }: DrawnCell, now: PartCell, nowBox: LaidCell): boolean {
  return (
    box.x === nowBox.x &&
    box.y === nowBox.y &&
    box.height === nowBox.height &&
    box.block === nowBox.block &&
    cell.repeated === now.repeated &&
    cell.continued === now.continued &&
    cell.cut === now.cut &&
    cell.lines.length === now.lines.length &&
    cell.lines.every((line, index) => line === now.lines[index])
  )
}

function drawCell(
  sheet: SheetBuilder,
  { set, lines, repeated, continued, cut }: PartCell,
  box: LaidCell,
): void {
  const { vAlign, align, diagonal } = set.cell
  if (diagonal) {
    placeDiagonal(sheet, diagonal, box, ...diagonalSize(diagonal, box))
    return
  }
  placeContent(sheet, lines, set.content.slot, {
    cell: box,
    inner: insideOf(box, set.padX, set.padTop),
    align,
    vAlign: cut ? 'top' : vAlign,
    fillable: !repeated,
    continued,
  })
}

/** Size and widths (points) of the parts of a diagonal head: each has half of the cell. */
function diagonalSize(
  parts: readonly string[],
  cell: { readonly width: number },
): [number, readonly number[]] {
  let size = TEXT_SIZE
  const widest = Math.max(...parts.map((part) => widthOf(part, 'serif')), 1)
  while (size > LEAST_SIZE && widest * size > cell.width * 0.55) size -= SIZE_STEP
  return [size, parts.map((part) => widthOf(part, 'serif') * size)]
}
