import Box, { type BoxProps } from '@mui/material/Box'

/** A white sheet of chrome: hairline, rounded, no shadow (shadows belong to paper). */
export function Panel({ sx = [], ...rest }: BoxProps) {
  return (
    <Box
      {...rest}
      sx={[
        { backgroundColor: 'var(--zk-surface)', border: '1px solid var(--zk-hairline)', borderRadius: 1 },
        ...(Array.isArray(sx) ? (sx as readonly object[]) : [sx as object]),
      ]}
    />
  )
}
