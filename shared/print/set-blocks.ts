import type { Block } from '../forms/template'
import type { SheetContext } from './field-text'
import { squeeze, type Placed } from './flow'
import { keepGrid, type KeptGrid } from './grid'
import type { LayoutInput } from './layout-input'
import { setLineBlock, type SetLine } from './line-block'
import { changedPaths, pathsIn, sameRows } from './same-values'
import type { SheetShape } from './setup'

/** The blocks of a sheet as they were set last, and from what. */
export interface KeptBlocks {
  readonly sheet: SheetContext
  readonly width: number
  readonly blocks: readonly KeptBlock[]
}

type KeptBlock = KeptGrid | { readonly line: SetLine } | 'pageBreak'

/** The blocks of the sheet with their sizes, before they are placed on pages. */
export function setBlocks(
  input: LayoutInput,
  { shape, rows }: Pick<SheetShape, 'shape' | 'rows'>,
): readonly Placed[] {
  return placedBlocks(keepBlocks(input, { shape, rows }), { shape })
}

/** Sets the blocks; what was kept of the same form is taken over where nothing changed. */
export function keepBlocks(
  { template, values, mode, forPen, spareRow }: LayoutInput,
  { shape, rows: rowScale }: Pick<SheetShape, 'shape' | 'rows'>,
  kept?: KeptBlocks,
): KeptBlocks {
  const sheet: SheetContext = {
    template,
    values,
    mode,
    forPen: forPen === true,
    spareRow: spareRow === true,
    rowScale,
  }
  const width = shape.right - shape.left
  const since = kept && isComparable(kept, sheet, width) ? sinceThen(kept, sheet) : undefined
  const blocks = template.body.map((block, index) => keepBlock(sheet, block, index, width, since))
  return { sheet, width, blocks }
}

export function placedBlocks(
  { blocks }: KeptBlocks,
  { shape }: Pick<SheetShape, 'shape'>,
): readonly Placed[] {
  const placed = blocks.map((block) =>
    block === 'pageBreak' ? block : 'line' in block ? block.line : block.set,
  )
  return squeeze(placed, shape.bodyBottom - shape.bodyTop)
}

const isComparable = ({ sheet, width }: KeptBlocks, now: SheetContext, nowWidth: number): boolean =>
  sheet.template === now.template &&
  sheet.mode === now.mode &&
  sheet.forPen === now.forPen &&
  sheet.rowScale === now.rowScale &&
  width === nowWidth

interface Since {
  readonly kept: KeptBlocks
  readonly changed: ReadonlySet<string>
  readonly sameRows: boolean
}

const sinceThen = (kept: KeptBlocks, { values, spareRow }: SheetContext): Since => ({
  kept,
  changed: changedPaths(kept.sheet.values, values),
  sameRows: kept.sheet.spareRow === spareRow && sameRows(kept.sheet.values, values),
})

function keepBlock(
  sheet: SheetContext,
  block: Block,
  index: number,
  width: number,
  since: Since | undefined,
): KeptBlock {
  const before = since?.kept.blocks[index]
  switch (block.block) {
    case 'grid': {
      const kept = typeof before === 'object' && 'set' in before ? before : undefined
      return keepGrid(sheet, block, index, width, since && kept && { ...since, kept })
    }
    case 'line': {
      const kept = typeof before === 'object' && 'line' in before ? before : undefined
      const same = since && kept && !pathsIn(block.parts).some((path) => since.changed.has(path))
      return same ? kept : { line: setLineBlock(sheet, block, width) }
    }
    case 'pageBreak':
      return 'pageBreak'
  }
}
