import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

const COLOURS = {
  plain: { color: 'var(--zk-ink-soft)', bgcolor: 'transparent' },
  look: { color: 'var(--zk-amber-text)', bgcolor: 'var(--zk-amber-soft)' },
  wrong: { color: 'var(--zk-seal-text)', bgcolor: 'var(--zk-seal-soft)' },
} as const

/** A sentence about the table: in passing, worth a look, or in the way. */
export function NoteLine({
  tone = 'plain',
  children,
}: {
  readonly tone?: keyof typeof COLOURS
  readonly children: ReactNode
}) {
  return (
    <Box
      role={tone === 'wrong' ? 'alert' : undefined}
      data-selectable
      sx={{
        fontSize: 13,
        textWrap: 'pretty',
        overflowWrap: 'anywhere',
        borderRadius: 1,
        py: tone === 'plain' ? 0 : 1.5,
        px: tone === 'plain' ? 0 : 3,
        mt: 2,
        ...COLOURS[tone],
      }}
    >
      {children}
    </Box>
  )
}
