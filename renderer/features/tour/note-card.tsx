import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface NoteCardProps {
  readonly title: string
  readonly text: string
  /** Quiet words beside the title. */
  readonly place?: string
  readonly onEscape: () => void
  readonly children: ReactNode
}

/** A note of the tour. It is a region of the page like others (F6), never in front of what the person does. */
export function NoteCard({ title, text, place, onEscape, children }: NoteCardProps) {
  const { t } = useTranslation('tour')
  const id = useId()
  return (
    <Box
      component="aside"
      aria-label={t('label')}
      aria-describedby={id}
      data-region
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onEscape()
      }}
      sx={{
        width: 360,
        maxWidth: 'calc(100vw - 48px)',
        px: 4.5,
        pt: 3.5,
        pb: 3,
        backgroundColor: 'var(--zk-surface)',
        border: '1px solid var(--zk-hairline)',
        borderTop: '3px solid var(--zk-seal)',
        borderRadius: 1,
        boxShadow: 'var(--zk-paper-shadow)',
      }}
    >
      <Box id={id} role="status">
        <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, mb: 1 }}>
          <Typography variant="h3" component="h2" sx={{ flex: 1, fontSize: 15 }}>
            {title}
          </Typography>
          {place !== undefined && (
            <Typography variant="caption" color="textSecondary">
              {place}
            </Typography>
          )}
        </Box>
        <Typography variant="body2" sx={{ lineHeight: 1.7, textWrap: 'pretty' }}>
          {text}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mt: 3 }}>{children}</Box>
    </Box>
  )
}
