import { memo, useMemo } from 'react'
import type { LaidOutForm } from '../../../shared/print/page'
import { faceFamily, plainSetting } from './faces'
import { linesPath } from './page-lines'
import { usePixelRatio } from './use-pixel-ratio'
import './sheet.css'

export interface SheetThumbnailProps {
  readonly layout: LaidOutForm
  /** CSS pixels; the height follows from the paper's proportions. */
  readonly width: number
}

/** The first page in small: a picture only, left out of the reading by screen readers. */
export const SheetThumbnail = memo(function SheetThumbnail({ layout, width }: SheetThumbnailProps) {
  const page = layout.pages[0]
  const ratio = usePixelRatio()
  const lines = useMemo(
    () => (page ? linesPath(page.rules, width / page.width, ratio) : ''),
    [page, width, ratio],
  )
  if (!page) return null
  const height = (width * page.height) / page.width
  return (
    <span className="zk-thumbnail" style={{ width, height }} aria-hidden="true">
      <svg width={width} height={height} viewBox={`0 0 ${page.width} ${page.height}`}>
        {page.cells.map((cell) =>
          cell.kind === 'label' ? (
            <rect
              key={`${cell.block}.${cell.row}.${cell.column}`}
              x={cell.x}
              y={cell.y}
              width={cell.width}
              height={cell.height}
              fill="var(--zk-paper-label, #FAF9F6)"
            />
          ) : null,
        )}
        <path d={lines} fill="var(--zk-paper-line, #2B3440)" fillOpacity={0.5} />
        {page.runs.map((run, i) => (
          <text
            key={i}
            x={run.x}
            y={run.y}
            fill="var(--zk-paper-ink, #1F2A37)"
            style={{
              ...plainSetting,
              fontFamily: faceFamily[run.face],
              fontSize: `${run.size}px`,
              letterSpacing: run.spacing === 0 ? 'normal' : `${run.spacing}px`,
              whiteSpace: 'pre',
            }}
          >
            {run.text}
          </text>
        ))}
        {page.ticks.map((tick, i) => (
          <rect
            key={i}
            x={tick.x}
            y={tick.y}
            width={tick.width}
            height={tick.height}
            fill="none"
            stroke="var(--zk-paper-line, #2B3440)"
          />
        ))}
      </svg>
    </span>
  )
})
