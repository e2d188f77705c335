/** A line of a short list that leads somewhere: its parts stand on one base line. */
export const lineLink = {
  display: 'flex',
  alignItems: 'baseline',
  gap: 3,
  px: 4,
  py: 2.25,
  color: 'inherit',
  textDecoration: 'none',
  '&:hover': { backgroundColor: 'var(--zk-hover)' },
  '&:focus-visible': { outlineOffset: -2 },
} as const

/** What such a line says after the name, cut off where there is no room. */
export const lineAbout = {
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  color: 'var(--zk-ink-soft)',
} as const
