import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  /** What belongs here. */
  readonly title: string
  /** How it comes here. */
  readonly text: string
  /** The first step. */
  readonly action?: ReactNode
}

/** An empty page says what belongs there and offers the first step. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <Box sx={{ py: 6, px: 4, textAlign: 'center' }}>
      <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1, mb: 3, textWrap: 'pretty' }}>
        {text}
      </Typography>
      {action}
    </Box>
  )
}
