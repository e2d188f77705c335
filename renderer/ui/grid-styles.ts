/** Height of a line of a long list in pixels. */
export const LINE = 38

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
