import { LINE } from '../../ui'

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

export const headButton = {
  all: 'unset',
  boxSizing: 'border-box',
  width: '100%',
  px: 3,
  cursor: 'pointer',
  '&:hover': { color: 'var(--zk-ink)' },
  '&:focus-visible': { outline: '2px solid var(--zk-blue)', outlineOffset: '-3px' },
} as const

export const cell = {
  px: 3,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  lineHeight: `${LINE - 1}px`,
} as const
