/** Height of a line in pixels. */
export const LINE = 38
/** Width of the column in which lines are chosen, in pixels. */
export const TICK = 40

export const frame = {
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  backgroundColor: 'var(--zk-surface)',
  border: '1px solid var(--zk-hairline)',
  borderRadius: '8px 8px 0 0',
  borderBottom: 0,
} as const

export const headLine = {
  position: 'sticky',
  top: 0,
  zIndex: 1,
  height: LINE,
  backgroundColor: 'var(--zk-rail)',
  borderBottom: '1px solid var(--zk-hairline)',
  fontSize: 13,
  color: 'var(--zk-ink-soft)',
} as const

export const headButton = {
  all: 'unset',
  boxSizing: 'border-box',
  width: '100%',
  px: 3,
  cursor: 'pointer',
  '&:hover': { color: 'var(--zk-ink)' },
  '&:focus-visible': { outline: '2px solid var(--zk-blue)', outlineOffset: '-3px' },
} as const

export const bodyLine = {
  position: 'absolute',
  left: 0,
  right: 0,
  height: LINE,
  borderBottom: '1px solid var(--zk-hairline)',
  cursor: 'pointer',
  '&:hover': { backgroundColor: 'var(--zk-hover)' },
} as const

/** The line that the arrows stand on; marked only while the list has the focus. */
export const chosenLine = {
  '[role=grid]:focus &': {
    backgroundColor: 'color-mix(in srgb, var(--zk-blue-soft) 55%, var(--zk-surface))',
    boxShadow: 'inset 3px 0 0 var(--zk-blue)',
  },
} as const

export const cell = {
  px: 3,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  lineHeight: `${LINE - 1}px`,
} as const
