import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { DifferenceLine } from './difference-line'

export interface DifferenceListProps {
  readonly lines: readonly DifferenceLine[]
  /** A moment is not on this computer. */
  readonly missing: boolean
  /** There is no form to draw. */
  readonly undrawn: boolean
  /** Absent: nothing can be set back now. */
  readonly onSetBack: ((line: DifferenceLine) => void) | undefined
}

/** What differs between two moments, one below the other. */
export function DifferenceList({ lines, missing, undrawn, onSetBack }: DifferenceListProps) {
  const { t } = useTranslation('history')
  const id = useId()
  const said = missing
    ? t('dialog.missing')
    : lines.length === 0
      ? t('dialog.same')
      : t('dialog.count', { count: lines.length })
  return (
    <Box
      component="section"
      aria-labelledby={id}
      tabIndex={0}
      sx={{
        width: 320,
        flex: undrawn ? 1 : 'none',
        overflow: 'auto',
        px: 4,
        py: 3,
        bgcolor: 'var(--zk-rail)',
        borderRight: '1px solid var(--zk-hairline)',
      }}
    >
      <Typography variant="h3" component="h2" id={id}>
        {t('dialog.changes')}
      </Typography>
      <Typography role="status" variant="body2" color="text.secondary" sx={{ mb: 3 }}>
        {said}
      </Typography>
      {undrawn ? (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 3 }}>
          {t('dialog.noTemplate')}
        </Typography>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {lines.map((line, i) => (
          <Box component="li" key={i} data-selectable sx={{ mb: 3, fontSize: 13, overflowWrap: 'anywhere' }}>
            <Box sx={{ color: 'text.secondary' }}>{line.what}</Box>
            <Box>
              <Box component="del" sx={{ color: 'var(--zk-seal-text)' }}>
                {line.before}
              </Box>
              {' → '}
              <Box
                component="ins"
                sx={{ color: 'var(--zk-green-text)', textDecoration: 'none', fontWeight: 600 }}
              >
                {line.after}
              </Box>
            </Box>
            {onSetBack && (
              <Button
                variant="text"
                aria-label={t('dialog.setBackOneLabel', { what: line.what, before: line.before })}
                onClick={() => {
                  onSetBack(line)
                }}
              >
                {t('dialog.setBackOne')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
