/** CSS pixels per PDF point at a zoom: CSS counts 96 px to the inch, a point is 1/72 inch. */
export const pxPerPoint = (zoom: number): number => (zoom * 96) / 72

/** The steps that Ctrl + and Ctrl − walk through. */
export const ZOOM_STEPS: readonly number[] = [0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

export type ZoomMove = 'in' | 'out' | 'reset'

/** The next zoom in a direction; stays at the ends. Zooms between two steps (fit to width) move to the nearer one ahead. */
export function zoomStep(zoom: number, move: ZoomMove): number {
  const close = 0.005
  switch (move) {
    case 'reset':
      return 1
    case 'in':
      return ZOOM_STEPS.find((step) => step > zoom + close) ?? ZOOM_STEPS.at(-1) ?? zoom
    case 'out':
      return ZOOM_STEPS.filter((step) => step < zoom - close).at(-1) ?? ZOOM_STEPS[0] ?? zoom
  }
}

/** The zoom at which a page of `pageWidth` points fills `available` pixels, never above `largest`. */
export function fitZoom(pageWidth: number, available: number, largest: number): number {
  const fit = available / ((pageWidth * 96) / 72)
  return Math.max(ZOOM_STEPS[0] ?? 0.5, Math.min(largest, Math.floor(fit * 100) / 100))
}
