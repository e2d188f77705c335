import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupStatus } from '../../../shared/ipc/safety'
import { failureText, whenText } from '../../i18n'
import { useAppState, useSafety, useServices } from '../../stores'
import { Toggles } from '../../ui'

/** Backups that nobody has to think of: where they are put, and when the last one was found whole. */
export function AutoBackup() {
  const { t } = useTranslation('safety')
  const { app, bridge, safety } = useServices()
  const status = useSafety((state) => state?.backup)
  const chosen = useAppState((state) => state.settings.backupFolder)
  if (!status) return null
  const choose = async () => {
    const { path } = await bridge.call('folder:choose', { title: t('chooseTitle') })
    if (path !== null) await app.setBackupFolder(path)
  }
  return (
    <Box>
      <Toggles
        label={t('when')}
        value={status.folder === null ? 'never' : 'daily'}
        values={['daily', 'never'] as const}
        text={(value) => t(value)}
        onPick={(value) => void app.setBackupFolder(value === 'never' ? null : undefined)}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 2, textWrap: 'pretty' }}>
        {t('text')}
      </Typography>
      {status.folder !== null && (
        <>
          <Typography variant="body2" data-selectable sx={{ mt: 3, overflowWrap: 'anywhere' }}>
            {t('place', { folder: status.folder })}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2 }}>
            <Button onClick={() => void choose()}>{t('choose')}</Button>
            {typeof chosen === 'string' && (
              <Button onClick={() => void app.setBackupFolder(undefined)}>{t('usual')}</Button>
            )}
            <Button disabled={status.running} onClick={() => void safety.backUpNow()}>
              {t('now')}
            </Button>
          </Box>
        </>
      )}
      <Standing status={status} />
    </Box>
  )
}

function Standing({ status }: { readonly status: BackupStatus }) {
  const { t } = useTranslation('safety')
  const { clock } = useServices()
  const { folder, running, last, count, failure, sameDisk } = status
  if (folder === null) return <Line tone="amber">{t('off')}</Line>
  const madeAt = last
    ? new Date(`${last.day}T${last.minute.slice(0, 2)}:${last.minute.slice(2)}`).getTime()
    : 0
  return (
    <Box role="status">
      {running && (
        <Box sx={{ mt: 3 }}>
          <Line>{t('running')}</Line>
          <LinearProgress aria-label={t('running')} sx={{ mt: 1.5 }} />
        </Box>
      )}
      {last && <Line tone="green">{t('last', { when: whenText(madeAt, clock.now()), count })}</Line>}
      {!last && !running && !failure && <Line>{t('none')}</Line>}
      {failure && <Line tone="seal">{t('failed', { why: failureText(failure) })}</Line>}
      {sameDisk === true && <Line tone="amber">{t('sameDisk')}</Line>}
    </Box>
  )
}

interface LineProps {
  readonly tone?: 'green' | 'amber' | 'seal'
  readonly children: ReactNode
}

function Line({ tone, children }: LineProps) {
  return (
    <Typography
      variant="body2"
      data-selectable
      sx={{
        mt: 2,
        overflowWrap: 'anywhere',
        textWrap: 'pretty',
        color: tone ? `var(--zk-${tone}-text)` : 'var(--zk-ink-soft)',
      }}
    >
      {children}
    </Typography>
  )
}
