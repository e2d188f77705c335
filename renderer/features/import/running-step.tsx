import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui'
import type { ImportSession } from './import-session'
import type { ImportState } from './import-state'

/** How far the writing is, and the way to stop it. */
export function RunningStep({
  session,
  state: { progress },
}: {
  readonly session: ImportSession
  readonly state: ImportState
}) {
  const { t } = useTranslation('importing')
  const { done, total, stopping } = progress
  const isAll = done >= total
  return (
    <Box sx={{ flex: 1, display: 'grid', placeItems: 'center', p: 6 }}>
      <Panel sx={{ p: 7, width: 560, maxWidth: '100%' }}>
        <Box role="status">
          <Typography variant="h2" sx={{ fontSize: 18 }}>
            {isAll ? t('listing') : t('runningDone', { done, count: total })}
          </Typography>
          <LinearProgress
            aria-label={t('running')}
            sx={{ my: 4 }}
            {...(isAll ? {} : { variant: 'determinate', value: (100 * done) / Math.max(1, total) })}
          />
        </Box>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 4, textWrap: 'pretty' }}>
          {t('runningText')}
        </Typography>
        <Button autoFocus disabled={stopping || isAll} onClick={session.stop}>
          {t(stopping ? 'stopping' : 'stop')}
        </Button>
      </Panel>
    </Box>
  )
}
