/**
 * The hand-drawn √ in a tick box, as a polyline in units of the box's side (0,0 top left): it may leave the box a little,
 * as a pen would. Stroke widths are in the same units. One shape for the PDF and the screen.
 */
export const TICK_STROKE: readonly (readonly [number, number])[] = [
  [0.16, 0.5],
  [0.42, 0.8],
  [0.98, 0.04],
]
export const TICK_STROKE_WIDTH = 0.14
export const BOX_STROKE_WIDTH = 0.075
