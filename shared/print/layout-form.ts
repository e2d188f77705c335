import type { Block } from '../forms/template'
import { emptyValues } from '../forms/values'
import type { SheetContext } from './field-text'
import { setGrid, type SetGrid } from './grid'
import type { LayoutInput } from './layout-input'
import { gapAbove, gapBelow, isGrid, squeeze, type Placed } from './flow'
import { setLineBlock, type SetLine } from './line-block'
import { widthOf } from './measure'
import type { LaidCell, LaidOutForm } from './page'
import { overprintPages } from './overprint'
import { GridPager, type GridPart } from './paging'
import { insideOf, placeContent, placeDiagonal } from './place'
import { scalePage } from './scale-page'
import { sheetShape, type SheetShape } from './setup'
import { SheetBuilder } from './sheet-builder'
import { placeBindingLine, placeLetterhead, placePageNumber, placeStamp, placeTitle } from './sheet-head'
import { LEAST_SIZE, SIZE_STEP, TEXT_SIZE, type PageShape } from './style'
import { tableLines } from './table-lines'

/**
 * Lays a form out on pages: the one geometry of screen, PDF and `cli grid`. Computed fields must already stand in the
 * values. Never fails: characters that no font has are left out and named in `missing`.
 */
export function layoutForm(input: LayoutInput): LaidOutForm {
  const laid = new FormLayout(input).run()
  const offset = input.setup?.overprint
  if (!offset || input.mode === 'blank') return laid
  return overprintPages(laid, new FormLayout({ ...input, values: emptyValues, mode: 'blank' }).run(), offset)
}

class FormLayout {
  private readonly sheetShape: SheetShape
  private readonly missing = new Set<string>()
  private readonly sheets: SheetBuilder[] = []
  private y = 0
  /** Nothing but the head stands on the page yet. */
  private fresh = true

  constructor(private readonly input: LayoutInput) {
    this.sheetShape = sheetShape(input.template, input.setup)
  }

  private get shape(): PageShape {
    return this.sheetShape.shape
  }

  run(): LaidOutForm {
    const { template, stamp, setup } = this.input
    const { scale } = this.sheetShape
    const letterhead = setup?.letterhead === false ? { firm: '' } : this.input.letterhead
    const { width, height } = this.shape
    const blocks = setBlocks(this.input, this.sheetShape)
    this.newPage()
    blocks.forEach((block, index) => {
      if (block === 'pageBreak') this.newPage()
      else if (isGrid(block)) this.placeGrid(block, blocks, index)
      else this.placeLine(block, blocks[index + 1])
    })
    this.sheets.forEach((sheet, index) => {
      placeLetterhead(sheet, letterhead, template, this.shape)
      if (setup?.binding) placeBindingLine(sheet, setup.binding / scale, this.shape)
      placeTitle(sheet, template, index > 0, this.shape)
      placePageNumber(sheet, index + 1, this.sheets.length, this.shape)
      if (stamp !== undefined) placeStamp(sheet, stamp, sheet.finish(width, height).contentBottom, this.shape)
    })
    const pages = this.sheets.map((sheet) => scalePage(sheet.finish(width, height), scale))
    return { pages, missing: [...this.missing] }
  }

  private get sheet(): SheetBuilder {
    return this.sheets.at(-1) ?? this.newPage()
  }

  private newPage(): SheetBuilder {
    const sheet = new SheetBuilder(this.missing)
    this.sheets.push(sheet)
    this.y = this.shape.bodyTop
    sheet.reach(this.y)
    this.fresh = true
    return sheet
  }

  private moveTo(y: number): void {
    this.y = y
    this.fresh = false
    this.sheet.reach(y)
  }

  private placeLine(line: SetLine, next: Placed | undefined): void {
    const gap = this.fresh ? 0 : gapAbove(line)
    // A caption stays with the beginning of its table.
    const follower = line.place === 'caption' && isGrid(next) ? (next.heights[0] ?? 0) : 0
    const needed = gap + line.height + gapBelow(line) + follower
    if (!this.fresh && this.y + needed > this.shape.bodyBottom + 0.01) this.newPage()
    const top = this.fresh ? this.y : this.y + gap
    for (const part of line.parts) {
      const box = { x: this.shape.left + part.x, y: top, width: part.width, height: line.height }
      placeContent(this.sheet, part.content.lines, undefined, {
        cell: box,
        inner: box,
        align: 'left',
        vAlign: 'top',
        fillable: true,
        continued: false,
      })
    }
    this.moveTo(top + line.height + gapBelow(line))
  }

  private placeGrid(grid: SetGrid, blocks: readonly Placed[], index: number): void {
    const pager = new GridPager(grid)
    const tail = tailOf(blocks, index)
    const page = this.shape.bodyBottom - this.shape.bodyTop
    if (!this.fresh) this.moveTo(this.y + gapAbove(grid, blocks[index - 1]))
    while (!pager.isFinished()) {
      const part = pager.next(this.shape.bodyBottom - this.y, tail, this.fresh, page)
      if (part) {
        this.placePart(part)
        if (!pager.isFinished()) this.newPage()
      } else this.newPage()
    }
  }

  private placePart(part: GridPart): void {
    const { left } = this.shape
    const top = this.y
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
      if (diagonal) placeDiagonal(this.sheet, diagonal, box, ...diagonalSize(diagonal, box))
      else {
        placeContent(this.sheet, cell.lines, set.content.slot, {
          cell: box,
          inner: insideOf(box, set.padX, set.padTop),
          align,
          vAlign: cell.cut ? 'top' : vAlign,
          fillable: !cell.repeated,
          continued: cell.continued,
        })
      }
    }
    this.sheet.cells.push(...laid)
    this.sheet.rules.push(
      ...tableLines(laid, { x: left, y: top, width: part.grid.width, height: part.height }),
    )
    this.moveTo(top + part.height)
  }
}

/** The blocks of the sheet with their sizes, before they are placed on pages. */
export function setBlocks(
  { template, values, mode, spareRow }: LayoutInput,
  { shape, rows: rowScale }: Pick<SheetShape, 'shape' | 'rows'>,
): readonly Placed[] {
  const context: SheetContext = { template, values, mode, spareRow: spareRow === true, rowScale }
  const blocks = template.body.map((block, index) =>
    setBlock(context, block, index, shape.right - shape.left),
  )
  return squeeze(blocks, shape.bodyBottom - shape.bodyTop)
}

function setBlock(context: SheetContext, block: Block, index: number, width: number): Placed {
  switch (block.block) {
    case 'grid':
      return setGrid(context, block, index, width)
    case 'line':
      return setLineBlock(context, block, width)
    case 'pageBreak':
      return 'pageBreak'
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
