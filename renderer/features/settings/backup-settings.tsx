import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText, sizeText } from '../../i18n'
import { useServices } from '../../stores'
import { useNotices } from '../../ui'
import { MoveWizard, RestoreWizard } from '../restore'
import { TaskProgress } from '../safety'

interface Made {
  readonly path: string
  readonly bytes: number
  readonly files: number
}

/** One archive of the data folder, read back after writing; and the way back from one. */
export function BackupSettings({
  restoring,
  onRestored,
}: {
  /** A person was led here to restore: it is begun at once. */
  readonly restoring: boolean
  readonly onRestored: () => void
}) {
  const { t } = useTranslation(['settings', 'restore'])
  const { bridge, clock } = useServices()
  const notices = useNotices()
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const [open, setOpen] = useState<'restore' | 'move' | null>(null)
  const close = () => {
    setOpen(null)
    onRestored()
  }

  const make = async () => {
    setMade(null)
    setBusy(true)
    const result = await bridge.call('backup:make', null)
    setBusy(false)
    if (!result.ok && result.error.type === 'Cancelled') return
    if (!result.ok) notices.warn(failureText(result.error))
    else if (result.value.path !== null) setMade({ ...result.value, path: result.value.path })
  }
  return (
    <Box>
      <Typography variant="body2" color="textSecondary" sx={{ textWrap: 'pretty' }}>
        {t('backupText')}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, mt: 3 }}>
        <Button disabled={busy} onClick={() => void make()}>
          {t('backupMake')}
        </Button>
        <Button
          disabled={busy}
          onClick={() => {
            setOpen('restore')
          }}
        >
          {t('backupRestore')}
        </Button>
        <Button
          disabled={busy}
          onClick={() => {
            setOpen('move')
          }}
        >
          {t('restore:move.open')}
        </Button>
      </Box>
      {busy && (
        <Box sx={{ display: 'flex', alignItems: 'end', gap: 3 }}>
          <Box sx={{ flex: 1 }}>
            <TaskProgress bridge={bridge} task="backup" label={t('backupMaking')} />
          </Box>
          <Button onClick={() => void bridge.call('restore:cancel', { work: 'backup' })}>
            {t('restore:stop')}
          </Button>
        </Box>
      )}
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
      {(open === 'restore' || restoring) && (
        <RestoreWizard bridge={bridge} now={clock.now()} onClose={close} />
      )}
      {open === 'move' && <MoveWizard onClose={close} />}
    </Box>
  )
}
