import type { RowsType } from '../field'
import { rowsField } from '../field-types'
import { pieceKey } from '../source/lanes'
import { rowsOf } from '../source/repeats'
import type { Cell, GridBlock, Repeat, Template } from '../template'
import type { FormValues } from '../values'
import { isEmptyRow } from '../values/access'

/** A repeat with how often it is drawn. Fields that share their lines make one pattern. */
export interface Pattern extends Repeat {
  /** Copies of the pattern's lines (down) or columns (across). */
  readonly copies: number
  /** Most lanes of its fields. */
  readonly lanes: number
  /** Grid rows between which a pattern that runs across has its cells. */
  readonly bandFirst: number
  readonly bandEnd: number
}

export function patternsOf(
  template: Pick<Template, 'fields'>,
  block: GridBlock,
  values: FormValues,
  spareRow: boolean,
): readonly Pattern[] {
  const patterns: Pattern[] = []
  for (const repeat of block.repeats) {
    const field = rowsField(template, repeat.field)
    if (!field) continue
    const drawn = drawnRows(field.type, values, repeat.field, spareRow)
    const copies = Math.max(1, Math.ceil(drawn / Math.max(1, field.type.lanes)))
    const { bandFirst, bandEnd } = bandOf(block, repeat.field)
    const at = patterns.findIndex(
      (other) => other.direction === repeat.direction && other.first === repeat.first,
    )
    const same = patterns[at]
    if (!same) patterns.push({ ...repeat, copies, lanes: field.type.lanes, bandFirst, bandEnd })
    else {
      patterns[at] = {
        ...same,
        copies: Math.max(same.copies, copies),
        lanes: Math.max(same.lanes, field.type.lanes),
        bandFirst: Math.min(same.bandFirst, bandFirst),
        bandEnd: Math.max(same.bandEnd, bandEnd),
      }
    }
  }
  return patterns
}

type Band = Pick<Pattern, 'bandFirst' | 'bandEnd'>

/** Worked out once, as the lanes are. */
const bandsOfBlock = new WeakMap<GridBlock, Map<string, Band>>()

function bandOf(block: GridBlock, field: string): Band {
  const bands = bandsOfBlock.get(block) ?? new Map<string, Band>()
  bandsOfBlock.set(block, bands)
  const known = bands.get(field)
  if (known) return known
  const cells = block.cells.filter((cell) => rowsOf(cell).includes(field))
  const band = {
    bandFirst: Math.min(...cells.map((cell) => cell.row)),
    bandEnd: Math.max(...cells.map((cell) => cell.row + cell.rowSpan)),
  }
  bands.set(field, band)
  return band
}

/** How many rows are drawn: the printed ones, or as many as the record has; fixed where labels are printed. */
function drawnRows(type: RowsType, values: FormValues, field: string, spareRow = false): number {
  if (type.preset) return type.preset.labels.length
  const rows = values.rows[field] ?? []
  const last = rows.at(-1)
  const used =
    spareRow && last && !isEmptyRow(last) && rows.length < type.max && type.direction === 'down'
      ? rows.length + 1
      : rows.length
  return Math.max(type.printed, used)
}

/** Lanes of a drawing's cells, worked out once: drawings never change, and the screen lays a form out at every key. */
const lanesOfBlock = new WeakMap<GridBlock, ReadonlyMap<Cell, number>>()

/** Lane of a cell (0 …): how many cells at its left draw the same columns, within the same pattern. */
export function laneOf(block: GridBlock, cell: Cell): number {
  let lanes = lanesOfBlock.get(block)
  if (!lanes) {
    lanes = new Map(block.cells.map((each) => [each, findLane(block, each)]))
    lanesOfBlock.set(block, lanes)
  }
  return lanes.get(cell) ?? findLane(block, cell)
}

function findLane(block: GridBlock, cell: Cell): number {
  const keys = cell.lines
    .flat()
    .filter((piece) => piece.piece !== 'text' && piece.path[1] === '*')
    .map(pieceKey)
  if (keys.length === 0) return 0
  const same = block.cells.filter((other) =>
    other.lines.flat().some((piece) => keys.includes(pieceKey(piece))),
  )
  return same.sort((a, b) => a.column - b.column || a.row - b.row).indexOf(cell)
}
