import { LINE } from './register-line'

/** One style for the whole list, by class: a styled part for each cell would be worked out in every frame. */
export const registerStyle = {
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  backgroundColor: 'var(--zk-surface)',
  border: '1px solid var(--zk-hairline)',
  borderRadius: '8px 8px 0 0',
  overflowAnchor: 'none',
  '&:focus-visible': { outlineOffset: -2 },
  '& .zk-reg-line, & .zk-reg-heads': {
    display: 'grid',
    gridTemplateColumns: 'var(--zk-tracks)',
    minWidth: 'var(--zk-wide)',
    boxSizing: 'border-box',
    borderBottom: '1px solid var(--zk-hairline)',
    height: LINE,
  },
  '& .zk-reg-line': {
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    cursor: 'pointer',
    contain: 'layout style paint',
  },
  '& .zk-reg-heads': {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: 'var(--zk-rail)',
    fontSize: 13,
    color: 'var(--zk-ink-soft)',
  },
  '& .zk-reg-line:hover': { backgroundColor: 'var(--zk-hover)' },
  '& .zk-reg-chosen': { backgroundColor: 'var(--zk-blue-soft)' },
  '& .zk-reg-at': { boxShadow: 'inset 3px 0 0 var(--zk-hairline)' },
  '&:focus .zk-reg-at': {
    boxShadow: 'inset 3px 0 0 var(--zk-blue)',
    backgroundColor: 'color-mix(in srgb, var(--zk-blue-soft) 60%, var(--zk-surface))',
  },
  '&:focus .zk-reg-at.zk-reg-chosen': { backgroundColor: 'var(--zk-blue-soft)' },
  '& .zk-reg-cell': {
    padding: '0 10px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    lineHeight: `${LINE - 1}px`,
  },
  '& .zk-reg-number': { textAlign: 'right' },
  '& .zk-reg-void .zk-reg-cell:not(.zk-reg-state)': {
    textDecoration: 'line-through',
    color: 'var(--zk-ink-soft)',
  },
  '& .zk-reg-tick': { display: 'flex', alignItems: 'center', justifyContent: 'center' },
  '& .zk-reg-coming': {
    display: 'inline-block',
    width: '60%',
    height: 8,
    borderRadius: '4px',
    backgroundColor: 'var(--zk-hairline)',
    verticalAlign: 'middle',
  },
  '& .zk-reg-marks': { marginLeft: '6px', whiteSpace: 'nowrap' },
  '& .zk-reg-marks svg': {
    width: 14,
    height: 14,
    marginLeft: '2px',
    verticalAlign: '-2px',
    fill: 'none',
    stroke: 'var(--zk-ink-soft)',
    strokeWidth: 1.3,
  },
  '& .zk-reg-marks .zk-reg-mark-conflicts': { stroke: 'var(--zk-amber-text)' },
} as const

/** The tracks of lines, heads and foot, as CSS variables. */
export function tracksOf(widths: readonly number[]): Record<'--zk-tracks' | '--zk-wide', string> {
  return {
    '--zk-tracks': `${TICK}px ${widths.map((width) => `${width}px`).join(' ')} minmax(0, 1fr)`,
    '--zk-wide': `${widths.reduce((sum, width) => sum + width, TICK)}px`,
  }
}

/** Pixels of the column with the tick boxes. */
const TICK = 38
