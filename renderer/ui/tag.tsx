import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export type Tone = 'blue' | 'red' | 'amber' | 'green' | 'plain'

const grounds: Readonly<Record<Tone, { readonly backgroundColor: string; readonly color: string }>> = {
  blue: { backgroundColor: 'var(--zk-blue-soft)', color: 'var(--zk-blue-text)' },
  red: { backgroundColor: 'var(--zk-seal-soft)', color: 'var(--zk-seal-text)' },
  amber: { backgroundColor: 'var(--zk-amber-soft)', color: 'var(--zk-amber-text)' },
  green: { backgroundColor: 'var(--zk-green-soft)', color: 'var(--zk-green-text)' },
  plain: { backgroundColor: 'var(--zk-hover)', color: 'var(--zk-ink-soft)' },
}

/** A state in a word. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-block',
        borderRadius: '10px',
        px: 2,
        fontSize: 12,
        lineHeight: '20px',
        whiteSpace: 'nowrap',
        ...grounds[tone],
      }}
    >
      {children}
    </Box>
  )
}
