import { memo } from 'react'
import type { LaidCell } from '../../../shared/print/page'

/**
 * One cell's ground: labels are barely tinted. Its bounding box is the cell's box exactly, so that screen, paper and
 * `cli grid` can be held against each other (`data-cell` is block.row.column).
 */
export const PageCell = memo(function PageCell({ cell }: { readonly cell: LaidCell }) {
  const { x, y, width, height, kind, block, row, column } = cell
  return (
    <rect
      data-cell={`${block}.${row}.${column}`}
      x={x}
      y={y}
      width={width}
      height={height}
      fill={kind === 'label' ? 'var(--zk-paper-label, #FAF9F6)' : 'transparent'}
    />
  )
}, same)

/** A layout keeps the cells that stay as they were. */
function same({ cell: a }: { readonly cell: LaidCell }, { cell: b }: { readonly cell: LaidCell }): boolean {
  return (
    a === b ||
    (a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height && a.kind === b.kind)
  )
}
