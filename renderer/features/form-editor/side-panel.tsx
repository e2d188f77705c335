import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface SidePanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The one optional panel beside the sheet. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const { t } = useTranslation('editor')
  const id = useId()
  return (
    <Box
      component="aside"
      aria-labelledby={id}
      data-region
      sx={{
        width: 292,
        flex: 'none',
        overflow: 'auto',
        bgcolor: 'var(--zk-rail)',
        borderLeft: '1px solid var(--zk-hairline)',
        px: 4,
        py: 3,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 2 }}>
        <Typography variant="h3" component="h2" id={id} sx={{ flex: 1 }}>
          {title}
        </Typography>
        <Button variant="text" onClick={onClose}>
          {t('panel.close')}
        </Button>
      </Box>
      {children}
    </Box>
  )
}
