import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText, whenText, type Failure } from '../../i18n'
import type { StoredChange } from '../../../shared/store/change'
import { StartCard } from './start-card'

export interface AheadPageProps {
  readonly ahead: readonly StoredChange[]
  readonly now: number
  readonly failure?: Failure | undefined
  readonly onBringBack: () => Promise<void>
  readonly onLeaveAside: () => Promise<void>
}

/** The data folder lacks what this computer still knows (an older one was put back): bring it back, or not now. */
export function AheadPage({ ahead, now, failure, onBringBack, onLeaveAside }: AheadPageProps) {
  const { t } = useTranslation('start')
  const [busy, setBusy] = useState(false)
  const times = ahead.map(({ change }) => change.hlc.ms)
  const records = new Set(ahead.map(({ change }) => change.entity.id)).size
  const act = async (deed: () => Promise<void>) => {
    setBusy(true)
    await deed()
    setBusy(false)
  }
  return (
    <StartCard title={t('ahead.title')}>
      <Typography>
        {t('ahead.happened', {
          changes: ahead.length,
          records,
          from: whenText(Math.min(...times), now),
          to: whenText(Math.max(...times), now),
        })}
      </Typography>
      <Typography sx={{ mt: 2, color: 'var(--zk-green-text)' }}>{t('ahead.kept')}</Typography>
      <Typography sx={{ mt: 2 }}>{t('ahead.todo')}</Typography>
      {failure && (
        <Typography role="alert" sx={{ mt: 3, color: 'var(--zk-seal-text)' }}>
          {failureText(failure)}
        </Typography>
      )}
      <Box sx={{ display: 'flex', gap: 2, mt: 6 }}>
        <Button
          variant="contained"
          color="primary"
          autoFocus
          disabled={busy}
          onClick={() => void act(onBringBack)}
        >
          {t('ahead.bringBack')}
        </Button>
        <Button disabled={busy} onClick={() => void act(onLeaveAside)}>
          {t('ahead.notNow')}
        </Button>
      </Box>
    </StartCard>
  )
}
