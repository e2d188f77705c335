import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

export interface WordsProps {
  readonly strong?: boolean
  readonly children: ReactNode
}

/** A paragraph of a wizard. */
export function Words({ strong = false, children }: WordsProps) {
  return (
    <Typography
      {...(strong ? {} : { color: 'textSecondary' as const })}
      sx={{
        mb: 2,
        textWrap: 'pretty',
        overflowWrap: 'anywhere',
        ...(strong ? { fontWeight: 600 } : {}),
      }}
    >
      {children}
    </Typography>
  )
}
