/** Height of a line of a long list in pixels, as `list.css` has it. */
export const LINE = 36

export interface Tracks {
  /** Pixels, by column. */
  readonly widths: readonly number[]
  /** A column in which lines are ticked stands before all others. */
  readonly ticks?: boolean
  /**
   * Place of the column that takes the room that is left: all of it where it is the last, else up to twice its width, so
   * that the eye still finds the next one.
   */
  readonly stretch?: number
}

/** The tracks of lines, heads and foot, as CSS variables. */
export function tracksOf({
  widths,
  ticks = false,
  stretch,
}: Tracks): Record<'--zk-tracks' | '--zk-wide', string> {
  const isLast = stretch === widths.length - 1
  const tracks = widths.map((width, at) =>
    at !== stretch ? `${width}px` : isLast ? `minmax(${width}px, 1fr)` : `minmax(${width}px, ${2 * width}px)`,
  )
  return {
    '--zk-tracks': [...(ticks ? [`${TICK}px`] : []), ...tracks, ...(isLast ? [] : ['minmax(0, 1fr)'])].join(
      ' ',
    ),
    '--zk-wide': `${widths.reduce((sum, width) => sum + width, ticks ? TICK : 0)}px`,
  }
}

/** Pixels of the column with the tick boxes. */
const TICK = 38
