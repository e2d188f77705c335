import type { LaidOutForm } from '../../../shared/print/page'
import { PaperPage } from './paper-page'
import { pxPerPoint } from './scale'
import { visibleHeights } from './visible-height'
import './sheet.css'

export interface SheetProps {
  readonly layout: LaidOutForm
  /** 1 is life size (96 CSS pixels to the inch). */
  readonly zoom: number
  /** Leaves out the empty rest of the last page. */
  readonly crop?: boolean
  /** Accessible name of one page: 客户投诉登记表一，第 1 页. */
  readonly pageLabel?: (page: number, pages: number) => string
}

/** A laid-out form to look at: pages of paper under each other, nothing to fill in. */
export function Sheet({ layout, zoom, crop = false, pageLabel }: SheetProps) {
  const heights = visibleHeights(layout, crop)
  return (
    <div className="zk-sheet">
      {layout.pages.map((page, i) => (
        <PaperPage
          key={i}
          page={page}
          scale={pxPerPoint(zoom)}
          height={heights[i] ?? page.height}
          {...(pageLabel ? { label: pageLabel(i + 1, layout.pages.length) } : {})}
        />
      ))}
    </div>
  )
}
