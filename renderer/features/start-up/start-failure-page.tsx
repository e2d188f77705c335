import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkingCopyFailure } from '../../db'
import { failureParts } from '../../i18n'
import type { Bridge, StartFailure } from '../../../shared/ipc/contract'
import { RecoveryView } from '../recovery'
import { RestoreWizard } from '../restore'
import { StartCard } from './start-card'

export interface StartFailurePageProps {
  readonly failure: StartFailure | WorkingCopyFailure
  readonly bridge: Bridge
  /** Milliseconds since 1970. */
  readonly now: number
  readonly onRetry: () => void
  /** Puts a newer program's working copy aside and builds another from the data folder. */
  readonly onReplaceNewer: () => void
}

/** Failures of places where no data folder stands: there is nothing to check. */
const NOTHING_THERE: readonly string[] = ['NotFound', 'FolderMissing', 'NotADataFolder']

/** Why the program cannot begin: what happened, what was kept, what to do, and the buttons that do it. */
export function StartFailurePage({
  failure: first,
  bridge,
  now,
  onRetry,
  onReplaceNewer,
}: StartFailurePageProps) {
  const { t } = useTranslation(['start', 'common', 'recovery', 'restore'])
  const [failure, setFailure] = useState(first)
  const [recovering, setRecovering] = useState(false)
  const [restoring, setRestoring] = useState(false)
  const { happened, kept, todo } = failureParts(failure)

  const takeAnother = async () => {
    const { path } = await bridge.call('folder:choose', { title: t('failed.another') })
    if (path === null) return
    const result = await bridge.call('folder:use', { path })
    if (!result.ok) setFailure(result.error)
  }
  const takeStandard = async () => {
    const result = await bridge.call('folder:useDefault', null)
    if (!result.ok) setFailure(result.error)
  }

  if (recovering) {
    return (
      <StartCard title={t('recovery:title')} wide>
        <RecoveryView bridge={bridge} now={now} ways={{}} />
        <Button
          onClick={() => {
            setRecovering(false)
          }}
        >
          {t('recovery:back')}
        </Button>
      </StartCard>
    )
  }
  return (
    <StartCard title={t('failed.title')}>
      <Box role="alert">
        <Typography data-selectable sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {happened}
        </Typography>
        <Typography sx={{ mt: 2, color: 'var(--zk-green-text)' }}>{kept}</Typography>
        <Typography data-selectable sx={{ mt: 2, overflowWrap: 'anywhere' }}>
          {todo}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 6 }}>
        <Button variant="contained" color="primary" autoFocus onClick={onRetry}>
          {t('common:tryAgain')}
        </Button>
        {failure.type === 'NewerWorkingCopy' ? (
          <Button onClick={onReplaceNewer}>{t('failed.replaceNewer')}</Button>
        ) : (
          <Button onClick={() => void takeAnother()}>{t('failed.another')}</Button>
        )}
        {failure.type === 'FolderMissing' && (
          <Button onClick={() => void takeStandard()}>{t('failed.standard')}</Button>
        )}
        {!NOTHING_THERE.includes(failure.type) && (
          <Button
            onClick={() => {
              setRecovering(true)
            }}
          >
            {t('failed.recovery')}
          </Button>
        )}
        <Button
          onClick={() => {
            setRestoring(true)
          }}
        >
          {t('restore:bring.backup')}
        </Button>
        <Box sx={{ flex: 1 }} />
        <Button variant="text" onClick={() => void bridge.call('app:quit', null)}>
          {t('failed.quit')}
        </Button>
      </Box>
      {restoring && (
        <RestoreWizard
          bridge={bridge}
          now={now}
          onClose={() => {
            setRestoring(false)
          }}
        />
      )}
    </StartCard>
  )
}
