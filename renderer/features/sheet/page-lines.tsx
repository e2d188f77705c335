import { memo } from 'react'
import type { RuleLine } from '../../../shared/print/page'

/** All table lines of a page, each on whole device pixels: equally thin and sharp at every zoom. */
export const PageLines = memo(function PageLines({ path }: { readonly path: string }) {
  return <path d={path} fill="var(--zk-paper-line, #2B3440)" />
})

/** Slanting lines (diagonal heads) as they are. */
export const SlantLines = memo(function SlantLines(props: { readonly path: string; readonly width: number }) {
  return <path d={props.path} fill="none" stroke="var(--zk-paper-line, #2B3440)" strokeWidth={props.width} />
})

const isStraight = ({ x1, y1, x2, y2 }: RuleLine): boolean => x1 === x2 || y1 === y2

/**
 * Upright and level lines as one path of filled boxes, in points. `scale` is CSS pixels to the point, `ratio` device
 * pixels to the CSS pixel. A line moves by half a device pixel at most.
 */
export function linesPath(rules: readonly RuleLine[], scale: number, ratio: number): string {
  const device = scale * ratio
  const snap = (points: number) => Math.round(points * device)
  const boxes = rules.filter(isStraight).map(({ x1, y1, x2, y2, width }) => {
    const thick = Math.max(1, Math.round(width * device))
    const half = Math.floor(thick / 2)
    if (x1 === x2) return [snap(x1) - half, snap(Math.min(y1, y2)), thick, Math.abs(snap(y2) - snap(y1))]
    // Level lines reach over the upright ones that they meet (the layout lets those of the frame stand out by half).
    const left = snap(Math.min(x1, x2) + width / 2) - half
    const right = snap(Math.max(x1, x2) - width / 2) - half + thick
    return [left, snap(y1) - half, right - left, thick]
  })
  return boxes
    .map((box) => box.map((pixels) => pixels / device))
    .map(([x = 0, y = 0, width = 0, height = 0]) => `M${x} ${y}h${width}v${height}h${-width}z`)
    .join('')
}

/** The other lines, as one stroked path. */
export function slantPath(rules: readonly RuleLine[]): string {
  return rules
    .filter((rule) => !isStraight(rule))
    .map(({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`)
    .join('')
}
