import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** Lies over the page while a file is dragged over it, and says what letting go does. */
export function DropVeil({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      role="status"
      sx={{
        position: 'fixed',
        inset: 12,
        zIndex: 'modal',
        display: 'grid',
        placeContent: 'center',
        pointerEvents: 'none',
        borderRadius: 2,
        border: '2px dashed var(--zk-blue)',
        bgcolor: 'color-mix(in srgb, var(--zk-blue-soft) 80%, transparent)',
        color: 'var(--zk-blue-text)',
        fontSize: 20,
      }}
    >
      {children}
    </Box>
  )
}
