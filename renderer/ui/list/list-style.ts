/** Height of a line of a long list in pixels. */
export const LINE = 36

/** One style for the whole list, by class: a styled part for each cell would be worked out in every frame. */
export const listStyle = {
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  backgroundColor: 'var(--zk-surface)',
  border: '1px solid var(--zk-hairline)',
  borderRadius: '8px 8px 0 0',
  overflowAnchor: 'none',
  '&:focus-visible': { outlineOffset: -2 },
  '& .zk-list-line, & .zk-list-heads': {
    display: 'grid',
    gridTemplateColumns: 'var(--zk-tracks)',
    minWidth: 'var(--zk-wide)',
    boxSizing: 'border-box',
    borderBottom: '1px solid var(--zk-hairline)',
    height: LINE,
  },
  '& .zk-list-line': {
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    cursor: 'pointer',
    contain: 'layout style paint',
  },
  '& .zk-list-heads': {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: 'var(--zk-rail)',
    fontSize: 13,
    color: 'var(--zk-ink-soft)',
  },
  // The edge of the last head must not make the list wider than it is.
  '& .zk-list-heads > :last-child .zk-list-widener': { right: 0 },
  '& .zk-list-line:hover': { backgroundColor: 'var(--zk-hover)' },
  '& .zk-list-chosen': { backgroundColor: 'var(--zk-blue-soft)' },
  '& .zk-list-at': { boxShadow: 'inset 3px 0 0 var(--zk-hairline)' },
  '&:focus .zk-list-at': {
    boxShadow: 'inset 3px 0 0 var(--zk-blue)',
    backgroundColor: 'color-mix(in srgb, var(--zk-blue-soft) 60%, var(--zk-surface))',
  },
  '&:focus .zk-list-at.zk-list-chosen': { backgroundColor: 'var(--zk-blue-soft)' },
  '& .zk-list-cell': {
    padding: '0 10px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    lineHeight: `${LINE - 1}px`,
  },
  '& .zk-list-number': { textAlign: 'right' },
  '& .zk-list-void .zk-list-cell:not(.zk-list-state)': {
    textDecoration: 'line-through',
    color: 'var(--zk-ink-soft)',
  },
  '& .zk-list-tick': { display: 'flex', alignItems: 'center', justifyContent: 'center' },
  '& .zk-list-coming': {
    display: 'inline-block',
    width: '60%',
    height: 8,
    borderRadius: '4px',
    backgroundColor: 'var(--zk-hairline)',
    verticalAlign: 'middle',
  },
  '& .zk-list-marks': { marginLeft: '6px', whiteSpace: 'nowrap' },
  '& .zk-list-marks svg': {
    width: 14,
    height: 14,
    marginLeft: '2px',
    verticalAlign: '-2px',
    fill: 'none',
    stroke: 'var(--zk-ink-soft)',
    strokeWidth: 1.3,
  },
  '& .zk-list-marks .zk-list-mark-conflicts': { stroke: 'var(--zk-amber-text)' },
} as const

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
