import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'

export interface SectionProps {
  readonly title: string
  /** Its name where a person is led to it; it can be focused then. */
  readonly part?: string
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A named part of a page. */
export function Section({ title, part, note, actions, children }: SectionProps) {
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={id}
      {...(part === undefined ? {} : { 'data-part': part, tabIndex: -1 })}
      // The bar of the page lies over what is scrolled up.
      sx={{ mb: 6, scrollMarginTop: 64, outline: 'none' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32, mb: 1.5 }}>
        <Typography variant="h2" id={id} sx={{ fontSize: 15 }}>
          {title}
        </Typography>
        {note !== undefined && (
          <Typography variant="caption" color="textSecondary">
            {note}
          </Typography>
        )}
        <Box sx={{ flex: 1 }} />
        {actions}
      </Box>
      {children}
    </Box>
  )
}
