/** Least and greatest width of a column in pixels. */
const WIDTHS = { least: 48, most: 800 } as const

export const withinWidths = (width: number): number =>
  Math.round(Math.min(WIDTHS.most, Math.max(WIDTHS.least, width)))
