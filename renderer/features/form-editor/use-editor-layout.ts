import { useMemo, useState } from 'react'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import { layouter } from '../../../shared/print'
import type { OpenForm } from '../../../shared/print'
import type { Letterhead } from '../../../shared/print/layout-input'
import { pxPerPoint, visibleHeights } from '../sheet'
import { hasRoomForRows } from './row-place'
import { deskOf } from './place'
import type { Desk } from './place'
import { stopFinder } from './stops'
import type { Stop } from './stops'

export interface EditorLayout {
  readonly layout: OpenForm
  readonly desk: Desk
  readonly stops: readonly Stop[]
}

/** The sheet as it would print now, laid out again at every keystroke, with the places where the keyboard stops. */
export function useEditorLayout(input: {
  readonly template: Template
  readonly values: FormValues
  readonly letterhead: Letterhead
  readonly stamp: string | undefined
  /** Someone is working in rows: they grow. */
  readonly inRows: boolean
  readonly zoom: number
}): EditorLayout {
  const { template, values, letterhead, stamp, inRows, zoom } = input
  const [layOut] = useState(layouter)
  const [findStops] = useState(stopFinder)
  const grows = inRows && hasRoomForRows(template, values)
  const layout = useMemo(
    () =>
      layOut({
        template,
        values,
        letterhead,
        mode: 'filled',
        ...(stamp === undefined ? {} : { stamp }),
        ...(grows ? { spareRow: true } : {}),
      }),
    [layOut, template, values, letterhead, stamp, grows],
  )
  const sizes = useMemo(() => {
    const heights = visibleHeights(layout, true)
    return JSON.stringify(layout.pages.map(({ width, height }, i) => [width, heights[i] ?? height]))
  }, [layout])
  // Pages that keep their sizes lie where they lay: the very same desk.
  const desk = useMemo(() => {
    const pages = JSON.parse(sizes) as readonly (readonly [number, number])[]
    return deskOf(
      pages.map(([width, height]) => ({ width, height })),
      pxPerPoint(zoom),
    )
  }, [sizes, zoom])
  const stops = useMemo(() => findStops(layout, template, values), [findStops, layout, template, values])
  return { layout, desk, stops }
}
