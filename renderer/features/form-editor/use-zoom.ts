import { useCallback, useMemo, useState } from 'react'
import type { Template } from '../../../shared/forms/template'
import { emptyValues } from '../../../shared/forms/values'
import { layoutForm } from '../../../shared/print'
import { useAppState, useServices } from '../../stores'
import { fitZoom, pxPerPoint, visibleHeights, zoomStep } from '../sheet'
import type { ElementSize, ZoomMove } from '../sheet'

/** Pixels of desk left and right of the paper. */
const DESK_MARGIN = 64
const LARGEST_FIT = 1.25
const SMALLEST_FIT = 0.85
/** Pixels above and below the paper. */
const DESK_HEIGHT_MARGIN = 16

export interface Zoom {
  /** 1 is life size. */
  readonly zoom: number
  readonly onZoom: (move: ZoomMove | 'fit') => void
}

const blankSizes = new WeakMap<Template, ElementSize>()

/** What the screen shows of the blank form's first page, in points: the zoom must not change while the form grows. */
function blankSize(template: Template): ElementSize {
  const known = blankSizes.get(template)
  if (known) return known
  const layout = layoutForm({ template, values: emptyValues, letterhead: { firm: '' }, mode: 'blank' })
  const size = { width: layout.pages[0]?.width ?? 595, height: visibleHeights(layout, true)[0] ?? 842 }
  blankSizes.set(template, size)
  return size
}

/** The sheet's zoom: fitted to the window until someone chooses another, which this computer then remembers. */
export function useZoom(template: Template, desk: ElementSize | null): Zoom {
  const { app } = useServices()
  const remembered = useAppState((state) => state.settings.zoom)
  const [fitted, setFitted] = useState(remembered === 1)
  const { width, height } = useMemo(() => blankSize(template), [template])
  const widthFit = fitZoom(width, (desk?.width ?? 1100) - DESK_MARGIN, LARGEST_FIT)
  const heightFit = ((desk?.height ?? 640) - DESK_HEIGHT_MARGIN) / (height * pxPerPoint(1))
  const fit = Math.min(widthFit, Math.max(SMALLEST_FIT, Math.floor(heightFit * 100) / 100))
  const zoom = fitted ? fit : remembered
  const onZoom = useCallback(
    (move: ZoomMove | 'fit') => {
      setFitted(move === 'fit')
      void app.change({ zoom: move === 'fit' ? 1 : zoomStep(zoom, move) })
    },
    [app, zoom],
  )
  return { zoom, onZoom }
}
