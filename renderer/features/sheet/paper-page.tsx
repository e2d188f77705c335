import { memo, useMemo } from 'react'
import { pathKey } from '../../../shared/forms/field'
import type { LaidOutPage, TextRun } from '../../../shared/print/page'
import { PageCell } from './page-cell'
import { linesPath, PageLines, slantPath, SlantLines } from './page-lines'
import { PageRun } from './page-run'
import { PageStamp } from './page-stamp'
import { PageTick } from './page-tick'
import { usePixelRatio } from './use-pixel-ratio'
import './sheet.css'

export interface PaperPageProps {
  readonly page: LaidOutPage
  /** CSS pixels per point. */
  readonly scale: number
  /** Points shown from the top; the rest of the sheet is empty and left out. */
  readonly height: number
  /** Path keys whose printed values are not drawn because something else stands there (the focused input). */
  readonly hidden?: ReadonlySet<string>
  /** Pixels, where pages are put in their place one by one; otherwise they flow. */
  readonly left?: number
  readonly top?: number
  /** Points from the top: only what reaches in between is drawn. Everything when absent. */
  readonly from?: number
  readonly to?: number
}

/** Points. */
const SLANT_WIDTH = 0.5

const nothing: ReadonlySet<string> = new Set()

/** One sheet of paper as it will be printed: the boxes, lines and letters of the layout, and nothing else. */
export const PaperPage = memo(function PaperPage(props: PaperPageProps) {
  const { page, scale, height, hidden = nothing, from = -Infinity, to = Infinity } = props
  const ratio = usePixelRatio()
  const lines = useMemo(() => linesPath(page.rules, scale, ratio), [page.rules, scale, ratio])
  const slants = useMemo(() => slantPath(page.rules), [page.rules])
  const runs = useMemo(() => keyedRuns(page.runs), [page.runs])
  return (
    <div
      className="zk-paper"
      style={{ left: props.left, top: props.top, width: page.width * scale, height: height * scale }}
      data-page=""
    >
      <svg
        className="zk-paper-drawing"
        width={page.width * scale}
        height={height * scale}
        viewBox={`0 0 ${page.width} ${height}`}
        aria-hidden="true"
      >
        {page.cells.map((cell) =>
          cell.y > to || cell.y + cell.height < from ? null : (
            <PageCell key={`${cell.block}.${cell.row}.${cell.column}`} cell={cell} />
          ),
        )}
        {page.images.map((image, i) => (
          <image
            key={i}
            href={image.source}
            x={image.x}
            y={image.y}
            width={image.width}
            height={image.height}
          />
        ))}
        <PageLines path={lines} />
        {slants === '' ? null : <SlantLines path={slants} width={SLANT_WIDTH} />}
        {page.ticks.map((tick) =>
          tick.y > to || tick.y + tick.height < from ? null : (
            <PageTick
              key={`${pathKey(tick.path)}=${tick.option}@${tick.ordinal}`}
              x={tick.x}
              y={tick.y}
              width={tick.width}
              height={tick.height}
              ticked={tick.ticked}
            />
          ),
        )}
        {runs.map(({ key, path, run }) =>
          run.y - run.size > to || run.y + run.size < from || (path !== '' && hidden.has(path)) ? null : (
            <PageRun key={key} run={run} />
          ),
        )}
        {page.stamp ? <PageStamp stamp={page.stamp} /> : null}
      </svg>
    </div>
  )
})

interface KeyedRun {
  readonly key: string
  /** Path key; empty where the run is printed on the form. */
  readonly path: string
  readonly run: TextRun
}

/** Runs by the field that they come from: a text that takes another line moves none of the others. */
function keyedRuns(runs: readonly TextRun[]): readonly KeyedRun[] {
  const seen = new Map<string, number>()
  return runs.map((run) => {
    const path = run.path ? pathKey(run.path) : ''
    const place = seen.get(path) ?? 0
    seen.set(path, place + 1)
    return { key: `${path}#${place}`, path, run }
  })
}
