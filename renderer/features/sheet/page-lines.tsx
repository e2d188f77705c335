import { memo } from 'react'
import type { RuleLine } from '../../../shared/print/page'

/** Table lines of one width as one path; lines thinner than a device pixel would fade, so none is drawn thinner. */
export const PageLines = memo(function PageLines(props: {
  readonly path: string
  readonly width: number
  readonly scale: number
}) {
  return (
    <path
      d={props.path}
      fill="none"
      stroke="var(--zk-paper-line, #2B3440)"
      strokeWidth={Math.max(props.width, 0.9 / props.scale)}
      shapeRendering="crispEdges"
    />
  )
})

/** One SVG path per stroke width, in the order in which the widths first appear. */
export function linePaths(
  rules: readonly RuleLine[],
): readonly { readonly width: number; readonly path: string }[] {
  const byWidth = new Map<number, string[]>()
  for (const { x1, y1, x2, y2, width } of rules) {
    const parts = byWidth.get(width) ?? []
    parts.push(`M${x1} ${y1}L${x2} ${y2}`)
    byWidth.set(width, parts)
  }
  return [...byWidth].map(([width, parts]) => ({ width, path: parts.join('') }))
}
