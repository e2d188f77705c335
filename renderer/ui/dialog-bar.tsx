import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export interface DialogBarProps {
  /** In a narrow window it becomes two lines; otherwise its name is shortened. */
  readonly wraps?: boolean
  readonly children: ReactNode
}

/** The head of a dialog that fills the window: its name, then what can be done. */
export function DialogBar({ wraps = false, children }: DialogBarProps) {
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        px: 5,
        py: 2,
        flexWrap: wraps ? 'wrap' : 'nowrap',
        bgcolor: 'var(--zk-rail)',
        borderBottom: '1px solid var(--zk-hairline)',
      }}
    >
      {children}
    </Box>
  )
}
