import { useCallback, useState } from 'react'
import type { Template } from '../../../shared/forms/template'
import { pageShape } from '../../../shared/print/style'
import { useAppState, useServices } from '../../stores'
import { fitZoom, pxPerPoint, zoomStep } from '../sheet'
import type { ElementSize, ZoomMove } from '../sheet'

/** Pixels of desk left and right of the paper. */
const DESK_MARGIN = 64
const LARGEST_FIT = 1.25
const SMALLEST_FIT = 0.85
/** Share of an upright page that a short form fills: so much is shown without scrolling. */
const SHORT_FORM = 0.6

export interface Zoom {
  /** 1 is life size. */
  readonly zoom: number
  readonly onZoom: (move: ZoomMove | 'fit') => void
}

/** The sheet's zoom: fitted to the window until someone chooses another, which this computer then remembers. */
export function useZoom(template: Template, desk: ElementSize | null): Zoom {
  const { app } = useServices()
  const remembered = useAppState((state) => state.settings.zoom)
  const [fitted, setFitted] = useState(remembered === 1)
  const { width, height } = pageShape(template.paper)
  const widthFit = fitZoom(width, (desk?.width ?? 1100) - DESK_MARGIN, LARGEST_FIT)
  const heightFit = (desk?.height ?? 640) / (height * SHORT_FORM * pxPerPoint(1))
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
