import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText, sizeText } from '../../i18n'
import { useServices } from '../../stores'
import { AskDialog, useNotices } from '../../ui'
import { TaskProgress } from './task-progress'

interface Made {
  readonly path: string
  readonly bytes: number
  readonly files: number
}

/** One archive of the data folder, read back after writing; and the way back from one. */
export function BackupSettings() {
  const { t } = useTranslation('settings')
  const { bridge } = useServices()
  const notices = useNotices()
  const [busy, setBusy] = useState<'backup' | 'restore' | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const [asked, setAsked] = useState(false)

  const make = async () => {
    setMade(null)
    setBusy('backup')
    const result = await bridge.call('backup:make', null)
    setBusy(null)
    if (!result.ok) notices.warn(failureText(result.error))
    else if (result.value.path !== null) setMade({ ...result.value, path: result.value.path })
  }
  const restore = async () => {
    setAsked(false)
    setBusy('restore')
    const result = await bridge.call('backup:restore', null)
    setBusy(null)
    if (!result.ok) notices.warn(failureText(result.error))
  }
  return (
    <Box>
      <Typography variant="body2" color="textSecondary" sx={{ textWrap: 'pretty' }}>
        {t('backupText')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, mt: 3 }}>
        <Button disabled={busy !== null} onClick={() => void make()}>
          {t('backupMake')}
        </Button>
        <Button
          disabled={busy !== null}
          onClick={() => {
            setAsked(true)
          }}
        >
          {t('backupRestore')}
        </Button>
      </Box>
      {busy && <TaskProgress task={busy} label={t(busy === 'backup' ? 'backupMaking' : 'backupRestoring')} />}
      {made && (
        <Typography
          role="status"
          variant="body2"
          data-selectable
          sx={{ mt: 3, color: 'var(--zk-green-text)', overflowWrap: 'anywhere' }}
        >
          {t('backupMade', { path: made.path, files: made.files, size: sizeText(made.bytes) })}
        </Typography>
      )}
      {asked && (
        <AskDialog
          title={t('restoreTitle')}
          text={t('restoreText')}
          yes={t('restoreYes')}
          onYes={() => void restore()}
          onNo={() => {
            setAsked(false)
          }}
        />
      )}
    </Box>
  )
}
