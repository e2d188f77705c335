import { findField } from '../../forms/field-types'
import type { Block, Piece, Template } from '../../forms/template'
import { err, ok, type Result } from '../../kernel/result'
import type { SheetContext } from '../field-text'
import { gapAbove, gapBelow, isGrid, type Placed } from '../flow'
import type { SetCell, SetGrid } from '../grid'
import { layoutForm } from '../layout-form'
import { setBlocks } from '../set-blocks'
import type { LayoutInput } from '../layout-input'
import { sheetShape } from '../setup'
import type { PageShape } from '../style'
import { cellContent } from './cell-content'
import { columnKey, paddedColumns } from './padding'
import { headCells, letterheadEdges } from './head'
import { lineCells, partEdges } from './line-cells'
import { printSetUp, type BlockRows } from './print-set-up'
import { Raster } from './raster'
import { SheetRows } from './rows'
import { scaleSheet } from './scale-sheet'
import { lengthOfValue, MOST_IN_CELL, type CellTooLong, type ExcelCell, type ExcelSheet } from './sheet'

/**
 * A form as a sheet for Excel: the same cells, widths and heights as on paper, on one raster that holds the columns of all
 * its tables. Computed fields must already stand in the values. Paper, margins, head and size of the text are those of the
 * set-up; 套打 has no meaning here. Fails where a text is longer than Excel's cells are.
 */
export function excelSheet({ letterhead, setup, ...form }: LayoutInput): Result<ExcelSheet, CellTooLong> {
  const { overprint: _, ...kept } = setup ?? {}
  const head = kept.letterhead === false ? { firm: '' } : letterhead
  const input: LayoutInput = { ...form, letterhead: head, setup: kept }
  const { shape, scale, rows } = sheetShape(form.template, kept)
  const drawn = drawSheet(input, shape, rows)
  return drawn.ok ? ok(scaleSheet(drawn.value, scale)) : drawn
}

/** The sheet before its text is made larger. `rowScale`: of the drawn heights, on another paper. */
function drawSheet(input: LayoutInput, shape: PageShape, rowScale: number): Result<ExcelSheet, CellTooLong> {
  const { template, values, mode } = input
  const width = shape.right - shape.left
  const context: SheetContext = { template, values, mode, spareRow: false, rowScale }
  const blocks = setBlocks(input, { shape, rows: rowScale })
  const raster = new Raster([0, width, ...blocks.flatMap(gridEdges)])
  const headEdges = letterheadEdges(raster, width)
  const lineEdges = blocks.map((block) => (isLine(block) ? partEdges(block, raster, width) : []))

  const rows = new SheetRows()
  const head = headCells(input, shape, raster, headEdges, rows)
  const cells: ExcelCell[] = [...head.cells]
  const places: BlockRows[] = []
  for (const [index, block] of blocks.entries()) {
    const top = rows.length
    const before = blocks[index - 1]
    if (block === 'pageBreak') {
      places.push({ top, rows: [] })
      continue
    }
    if (index > 0 && before !== 'pageBreak') rows.add(gapAbove(block, before))
    if (isGrid(block)) {
      const own = [...block.heights.map((height) => rows.add(height)), rows.length]
      places.push({ top, rows: own })
      const padded = paddedColumns(context, block)
      for (const set of block.cells) {
        const cell = tableCell(context, set, block, own, raster, padded)
        if (isTooLong(cell)) return err(tooLong(template, set.cell.lines.flat(), cell))
        cells.push(cell)
      }
    } else {
      const row = rows.add(block.height)
      const end = rows.length
      places.push({ top, rows: [row, end] })
      const own = lineCells(context, block, row, end - row, lineEdges[index] ?? [], raster)
      const long = own.find(isTooLong)
      if (long) return err(tooLong(template, piecesOf(template.body[index]), long))
      cells.push(...own)
      rows.add(gapBelow(block))
    }
  }
  const print = printSetUp(input, shape, layoutForm(input), places)
  const picture = head.picture && { picture: head.picture }
  return ok({ name: template.name, edges: raster.edges, rows: rows.rows, cells, ...picture, print })
}

const isLine = (block: Placed): block is Exclude<Placed, SetGrid | 'pageBreak'> =>
  block !== 'pageBreak' && !isGrid(block)

const gridEdges = (block: Placed): readonly number[] =>
  isGrid(block) ? block.cells.flatMap(({ x, width }) => [x, x + width]) : []

/** `rows`: first row of every row of the grid, and the row after its last. */
function tableCell(
  context: SheetContext,
  set: SetCell,
  grid: SetGrid,
  rows: readonly number[],
  raster: Raster,
  padded: ReadonlySet<string>,
): ExcelCell {
  const { cell, x, width } = set
  const last = grid.heights.length
  const end = cell.row + cell.rowSpan
  const row = rows[cell.row] ?? 0
  const column = raster.at(x)
  const endColumn = raster.at(x + width)
  const height = grid.heights.slice(cell.row, end).reduce((sum, each) => sum + each, 0)
  const content = cellContent(context, set, height)
  const align = content.align ?? cell.align
  return {
    row,
    column,
    rowSpan: (rows[end] ?? row + 1) - row,
    columnSpan: Math.max(1, endColumn - column),
    value: content.value,
    style: {
      format: content.format,
      size: content.size,
      fit: content.fit,
      align,
      ...(align === 'left' && !cell.diagonal && padded.has(columnKey(set)) && { indent: set.padX }),
      vAlign: content.vAlign ?? cell.vAlign,
      ...(cell.vertical && { vertical: true }),
      ...(cell.diagonal && { diagonal: true }),
      border: {
        top: cell.row === 0 ? 'frame' : 'inner',
        bottom: end === last ? 'frame' : 'inner',
        left: column === 0 ? 'frame' : 'inner',
        right: endColumn === raster.columns ? 'frame' : 'inner',
      },
    },
  }
}

const isTooLong = ({ value }: ExcelCell): boolean => lengthOfValue(value) > MOST_IN_CELL

const piecesOf = (block: Block | undefined): readonly Piece[] =>
  block?.block === 'line' ? block.parts.flat() : []

/** Names the field whose text is too long: the first in its cell. */
function tooLong(template: Template, pieces: readonly Piece[], { value }: ExcelCell): CellTooLong {
  const piece = pieces.find((each) => each.piece !== 'text')
  const field = piece && findField(template, piece.path)
  const length = lengthOfValue(value)
  return { type: 'CellTooLong', form: template.name, field: field?.label ?? '', length, most: MOST_IN_CELL }
}
