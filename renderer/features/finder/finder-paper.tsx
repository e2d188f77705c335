import Box from '@mui/material/Box'
import Paper, { type PaperProps } from '@mui/material/Paper'
import { useTranslation } from 'react-i18next'

/** The list under the box, with the keys at its foot. */
export function FinderPaper({ children, ...rest }: PaperProps) {
  const { t } = useTranslation('finder')
  return (
    <Paper {...rest}>
      {children}
      <Box
        aria-hidden
        sx={{
          display: 'flex',
          gap: 4,
          px: 4,
          py: 1.5,
          borderTop: '1px solid var(--zk-hairline)',
          fontSize: 12,
          color: 'var(--zk-ink-soft)',
        }}
      >
        <span>
          <kbd>Enter</kbd> {t('foot.open')}
        </span>
        <span>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd> {t('foot.second')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('foot.close')}
        </span>
      </Box>
    </Paper>
  )
}
