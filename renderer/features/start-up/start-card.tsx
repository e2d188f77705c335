import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Chop, Panel } from '../../ui'

export interface StartCardProps {
  readonly title: string
  readonly wide?: boolean
  /** The window's frame stands around it already. */
  readonly inFrame?: boolean
  readonly children: ReactNode
}

/** Everything before the first page stands on one sheet in the middle of the desk. */
export function StartCard({ title, wide = false, inFrame = false, children }: StartCardProps) {
  return (
    <Box
      component={inFrame ? 'div' : 'main'}
      sx={{ height: '100%', overflow: 'auto', display: 'flex', backgroundColor: 'var(--zk-desk)', p: 6 }}
    >
      <Panel sx={{ m: 'auto', width: wide ? 760 : 560, p: 7, boxShadow: 'var(--zk-paper-shadow)' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 4 }}>
          <Chop size={36} />
          <Typography variant="h1">{title}</Typography>
        </Box>
        {children}
      </Panel>
    </Box>
  )
}
