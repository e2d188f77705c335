import { placeContent, placeDiagonal, insideOf } from './place'
import type { LayoutInput } from './layout-input'
import { widthOf } from './measure'
import type { LaidCell, LaidOutPage } from './page'
import type { PagePlan, PlacedLine, PlacedPart } from './plan-pages'
import { scalePage } from './scale-page'
import type { SheetShape } from './setup'
import { SheetBuilder } from './sheet-builder'
import { placeBindingLine, placeLetterhead, placePageNumber, placeStamp, placeTitle } from './sheet-head'
import { LEAST_SIZE, SIZE_STEP, TEXT_SIZE, type PageShape } from './style'
import { tableLines } from './table-lines'

/** A page with the characters that no font has: first those of its body. */
export interface DrawnPage {
  readonly page: LaidOutPage
  readonly missing: readonly string[]
}

/** Sets what a plan puts on one page, and the sheet's head and number. `index` counts from 0. */
export function drawPage(
  { template, stamp, setup, ...input }: LayoutInput,
  { shape, scale }: SheetShape,
  plan: PagePlan,
  index: number,
  count: number,
): DrawnPage {
  const missing = new Set<string>()
  const sheet = new SheetBuilder(missing)
  const { width, height } = shape
  for (const place of plan.stands) {
    if ('line' in place) drawLine(sheet, place, shape)
    else drawPart(sheet, place, shape)
  }
  sheet.reach(plan.bottom)
  const letterhead = setup?.letterhead === false ? { firm: '' } : input.letterhead
  placeLetterhead(sheet, letterhead, template, shape)
  if (setup?.binding) placeBindingLine(sheet, setup.binding / scale, shape)
  placeTitle(sheet, template, index > 0, shape)
  placePageNumber(sheet, index + 1, count, shape)
  if (stamp !== undefined) placeStamp(sheet, stamp, plan.bottom, shape)
  return { page: scalePage(sheet.finish(width, height), scale), missing: [...missing] }
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

function drawPart(sheet: SheetBuilder, { part, top }: PlacedPart, { left }: PageShape): void {
  const laid: LaidCell[] = []
  for (const cell of part.cells) {
    const { set } = cell
    const { kind, row, column, vAlign, align, diagonal } = set.cell
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
    laid.push(box)
    if (diagonal) placeDiagonal(sheet, diagonal, box, ...diagonalSize(diagonal, box))
    else {
      placeContent(sheet, cell.lines, set.content.slot, {
        cell: box,
        inner: insideOf(box, set.padX, set.padTop),
        align,
        vAlign: cell.cut ? 'top' : vAlign,
        fillable: !cell.repeated,
        continued: cell.continued,
      })
    }
  }
  sheet.cells.push(...laid)
  sheet.rules.push(...tableLines(laid, { x: left, y: top, width: part.grid.width, height: part.height }))
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
