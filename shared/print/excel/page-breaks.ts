import type { Block, Template } from '../../forms/template'
import type { LaidOutForm } from '../page'

/** A row of a grid: the index of its block in the template's body, and its place in the expanded grid. */
export interface GridPlace {
  readonly block: number
  readonly row: number
}

/**
 * What begins a page when the form is printed: a row of a grid, or (row 0) the block itself with the captions before it.
 * A row whose text runs on to the next page begins none.
 */
export function pageStarts(template: Template, laidOut: LaidOutForm): readonly GridPlace[] {
  const starts = template.body.flatMap((block, index) =>
    block.block === 'pageBreak' ? [{ block: index + 1, row: 0 }] : [],
  )
  const seen = new Map<number, number>()
  laidOut.pages.forEach((page, index) => {
    const first = page.cells
      .filter(({ block, row }) => row > (seen.get(block) ?? -1))
      .sort((a, b) => a.block - b.block || a.row - b.row)[0]
    if (index > 0 && first) {
      const { block, row } = first
      const at = row === 0 ? firstCaption(template, block) : block
      if (!starts.some((known) => known.block === at && known.row === row)) starts.push({ block: at, row })
    }
    for (const { block, row } of page.cells) seen.set(block, Math.max(seen.get(block) ?? -1, row))
  })
  return starts
}

/** Captions stand on the page of their table. */
function firstCaption(template: Template, block: number): number {
  let first = block
  while (first > 0) {
    const before = template.body[first - 1]
    if (before?.block !== 'line' || before.place !== 'caption') break
    first--
  }
  return first
}

/**
 * The grid whose head rows are repeated on every page: the only one that runs over pages; of a form that has one page, the
 * first, for the rows that somebody may add.
 */
export function repeatedHead(template: Template, laidOut: LaidOutForm): number | null {
  const pages = laidOut.pages.map((page) => new Set(page.cells.map(({ block }) => block)))
  const crossing = new Set<number>()
  pages.forEach((blocks, index) => {
    for (const block of blocks) if (index > 0 && pages[index - 1]?.has(block)) crossing.add(block)
  })
  const candidates = pages.length === 1 ? [...(pages[0] ?? [])].slice(0, 1) : [...crossing]
  const [only] = candidates
  if (only === undefined || candidates.length > 1) return null
  return headRows(template.body[only]) > 0 ? only : null
}

/** How many rows at the top of a grid are its head. */
export function headRows(block: Block | undefined): number {
  if (block?.block !== 'grid') return 0
  const body = block.rows.findIndex((row) => !row.head)
  return body === -1 ? 0 : body
}
