import { memo } from 'react'
import type { LaidCell } from '../../../shared/print/page'

/**
 * One cell's ground: labels are barely tinted. Its bounding box is the cell's box exactly, so that screen, paper and
 * `cli grid` can be held against each other (`data-cell` is block.row.column).
 */
export const PageCell = memo(function PageCell({ x, y, width, height, kind, block, row, column }: LaidCell) {
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
})
