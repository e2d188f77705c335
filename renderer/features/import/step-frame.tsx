import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export interface StepFrameProps {
  /** Quiet words at the left of the foot. */
  readonly note?: ReactNode
  /** Absent: the step itself says what to do. */
  readonly actions?: ReactNode
  /** Keeps to a column that reads well. */
  readonly narrow?: boolean
  readonly children: ReactNode
}

/** One step: what is to be looked at, and at the foot what to do next. */
export function StepFrame({ note, actions, narrow = false, children }: StepFrameProps) {
  return (
    <>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        <Box sx={{ px: 6, py: 5, mx: 'auto', maxWidth: narrow ? 860 : 1680 }}>{children}</Box>
      </Box>
      {actions !== undefined && (
        <Box
          component="footer"
          sx={{
            flex: 'none',
            display: 'flex',
            alignItems: 'center',
            gap: 2,
            px: 6,
            py: 2.5,
            bgcolor: 'var(--zk-rail)',
            borderTop: '1px solid var(--zk-hairline)',
          }}
        >
          <Box sx={{ flex: 1, minWidth: 0, fontSize: 13, color: 'var(--zk-ink-soft)' }}>{note}</Box>
          {actions}
        </Box>
      )}
    </>
  )
}
