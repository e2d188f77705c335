import { useState } from 'react'
import type { HeadColumn } from './list-head'

/** Columns as they are drawn while an edge is dragged. */
export function useDraggedWidths<C extends HeadColumn>(
  columns: readonly C[],
): { readonly drawn: readonly C[]; readonly onDrag: (key: string, width: number | null) => void } {
  const [dragged, setDragged] = useState<{ readonly key: string; readonly width: number } | null>(null)
  const drawn = columns.map((column) =>
    column.key === dragged?.key ? { ...column, width: dragged.width } : column,
  )
  return {
    drawn,
    onDrag: (key, width) => {
      setDragged(width === null ? null : { key, width })
    },
  }
}
