import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

export interface PageProps {
  readonly title: string
  /** Quiet words beside the title: a count, a path. */
  readonly note?: ReactNode
  readonly actions?: ReactNode
  /** Reading pages keep to a column of this many pixels; lists and galleries take what there is. */
  readonly maxWidth?: number
  /** The page scrolls inside itself (a virtual list), so its body may not. */
  readonly fixed?: boolean
  readonly children: ReactNode
}

/** A page on the desk: a bar with its name and what can be done, then its body. */
export function Page({ title, note, actions, maxWidth, fixed = false, children }: PageProps) {
  return (
    <Box
      sx={{ height: '100%', overflow: fixed ? 'hidden' : 'auto', display: 'flex', flexDirection: 'column' }}
    >
      <Box
        sx={{
          position: 'sticky',
          top: 0,
          zIndex: 3,
          flex: 'none',
          display: 'flex',
          alignItems: 'center',
          flexWrap: 'wrap',
          gap: 2,
          px: 5.5,
          pt: 3.5,
          pb: 2.5,
          minHeight: 32,
          background: 'linear-gradient(var(--zk-desk) 85%, transparent)',
        }}
      >
        <Typography variant="h1" noWrap tabIndex={-1}>
          {title}
        </Typography>
        {note !== undefined && (
          <Typography variant="body2" color="textSecondary" noWrap>
            {note}
          </Typography>
        )}
        <Box sx={{ flex: 1 }} />
        {actions}
      </Box>
      <Box
        sx={{
          flex: fixed ? '1 1 0' : 'none',
          minHeight: 0,
          px: 5.5,
          pb: fixed ? 0 : 8,
          width: '100%',
          ...(maxWidth === undefined ? {} : { maxWidth: maxWidth + 44 }),
          ...(fixed ? { display: 'flex', flexDirection: 'column' } : {}),
        }}
      >
        {children}
      </Box>
    </Box>
  )
}
