import type { Content, ContentLine } from './content'
import type { SetCell } from './grid'
import type { PartCell } from './paging'
import type { PagePlan, PlacedLine, PlacedPart } from './plan-pages'
import type { KeptBlocks } from './set-blocks'

/**
 * The plan of a sheet on which other texts stand now, none of which needs more or less room than the one before it: nothing
 * moves. Null where something may move, and the pages are to be planned anew.
 */
export function planAgain(
  plans: readonly PagePlan[],
  before: KeptBlocks,
  after: KeptBlocks,
): readonly PagePlan[] | null {
  const changed = changedCells(before, after)
  if (!changed) return null
  if (changed.size === 0) return plans
  return plans.map((plan) => {
    const stands = plan.stands.map((place) => ('line' in place ? place : partAgain(place, changed)))
    return stands.every((place, index) => place === plan.stands[index]) ? plan : { ...plan, stands }
  })
}

type Changed = ReadonlyMap<SetCell, SetCell>

/** Cells that were set anew, by what they were before; null when one of them needs other room. */
function changedCells(before: KeptBlocks, after: KeptBlocks): Changed | null {
  const changed = new Map<SetCell, SetCell>()
  if (before.blocks.length !== after.blocks.length) return null
  for (const [index, now] of after.blocks.entries()) {
    const old = before.blocks[index]
    if (old === now) continue
    if (old === undefined || old === 'pageBreak' || now === 'pageBreak') return null
    if (!('set' in old) || !('set' in now) || old.expanded !== now.expanded) return null
    for (const [place, cell] of now.set.cells.entries()) {
      const was = old.set.cells[place]
      if (was === cell) continue
      if (!was || !needsSameRoom(was.content, cell.content)) return null
      changed.set(was, cell)
    }
  }
  return changed
}

const needsSameRoom = (a: Content, b: Content): boolean =>
  a.flow === b.flow &&
  a.lines.length === b.lines.length &&
  a.lines.every(({ height }, line) => height === b.lines[line]?.height)

function partAgain(place: PlacedPart, changed: Changed): PlacedLine | PlacedPart {
  const { part } = place
  if (!part.cells.some(({ set }) => changed.has(set))) return place
  return { ...place, part: { ...part, cells: part.cells.map((cell) => cellAgain(cell, changed)) } }
}

function cellAgain(cell: PartCell, changed: Changed): PartCell {
  const set = changed.get(cell.set)
  return set ? { ...cell, set, lines: linesAgain(cell, set) } : cell
}

/** The lines of a changed text that stand where those of the old one stood: all, or those on this side of a page's end. */
function linesAgain({ set, lines }: PartCell, { content }: SetCell): readonly ContentLine[] {
  const [first] = lines
  const from = first ? set.content.lines.indexOf(first) : 0
  return content.lines.slice(from, from + lines.length)
}
